import { AwsUnreadableAnswerError } from './errors';

/**
 * A member that AWS always sends. The SDK takes whatever else comes with status 200, such as the page of a proxy, for an
 * answer without members, and a listing would be empty.
 *
 * @throws AwsUnreadableAnswerError if it is not there.
 * @internal
 */
export function requireMember<Answer extends object, Name extends keyof Answer>(
  answer: Answer | undefined,
  name: Name,
): NonNullable<Answer[Name]> {
  const value = answer?.[name];
  if (value === undefined || value === null) {
    throw new AwsUnreadableAnswerError(`it has no '${String(name)}'`);
  }
  return value;
}
