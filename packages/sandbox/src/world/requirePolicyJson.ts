import { AwsFault } from './AwsFault';

/**
 * Refuses a policy document that is not JSON, as IAM does.
 *
 * @internal
 */
export function requirePolicyJson(document: string): void {
  try {
    JSON.parse(document);
  } catch (error) {
    throw new AwsFault(
      'MalformedPolicyDocument',
      `Syntax errors in policy: ${String(error)}`,
    );
  }
}
