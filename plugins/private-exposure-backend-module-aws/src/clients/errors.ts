import { CustomErrorBase, isError } from '@backstage/errors';

/**
 * The credentials work, but a policy does not allow the call.
 *
 * @internal
 */
export class AwsAccessDeniedError extends CustomErrorBase {
  name = 'AwsAccessDeniedError' as const;
  /** The IAM action that is missing. */
  readonly action: string;
  /** The account in which it is missing. */
  readonly accountId: string;

  constructor(options: { action: string; accountId: string; cause: Error }) {
    const { action, accountId, cause } = options;
    super(
      `The role in account ${accountId} may not call '${action}': allow that action`,
      cause,
    );
    this.action = action;
    this.accountId = accountId;
  }
}

/**
 * There are no credentials for an account: none are configured, or its role cannot be assumed. No call was made.
 *
 * @internal
 */
export class AwsCredentialsError extends CustomErrorBase {
  name = 'AwsCredentialsError' as const;
  /** The account that cannot be entered. */
  readonly accountId: string;

  constructor(options: { accountId: string; cause: unknown }) {
    const { accountId, cause } = options;
    super(
      `No credentials for account ${accountId}: check its entry under 'aws' and its role's trust policy`,
      isError(cause) ? cause : undefined,
    );
    this.accountId = accountId;
  }
}

/**
 * What came back is nothing that AWS says: cut off, or of somebody in between. Whether the call was carried out, nobody
 * knows.
 *
 * @internal
 */
export class AwsUnreadableAnswerError extends CustomErrorBase {
  name = 'AwsUnreadableAnswerError' as const;
  /** What is wrong with it, as the end of a sentence. */
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`AWS does not answer so: ${reason}`, cause);
    this.reason = reason;
  }
}

/**
 * Whether an error is an {@link AwsAccessDeniedError}.
 *
 * @internal
 */
export function isAccessDeniedError(
  error: unknown,
): error is AwsAccessDeniedError {
  return isError(error) && error.name === 'AwsAccessDeniedError';
}

/**
 * Whether an error is an {@link AwsCredentialsError}.
 *
 * @internal
 */
export function isCredentialsError(
  error: unknown,
): error is AwsCredentialsError {
  return isError(error) && error.name === 'AwsCredentialsError';
}

/**
 * Whether an error is an {@link AwsUnreadableAnswerError}.
 *
 * @internal
 */
export function isUnreadableAnswerError(
  error: unknown,
): error is AwsUnreadableAnswerError {
  return isError(error) && error.name === 'AwsUnreadableAnswerError';
}

/** The parts of an SDK error that decide what it means. @internal */
export interface AwsServiceError extends Error {
  /** The SDK's own notes on the answer. */
  $metadata?: { httpStatusCode?: number };
}

// EC2 says UnauthorizedOperation, the query services AccessDenied or AccessDeniedException.
const deniedNames = [
  'UnauthorizedOperation',
  'AccessDenied',
  'AccessDeniedException',
];

// EC2 says RequestLimitExceeded; the others are what query services say. All mean: not carried out, come back later.
const throttledNames = [
  'RequestLimitExceeded',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'EC2ThrottledException',
  'SlowDown',
];

/**
 * Whether an answer says that a policy forbids the call.
 *
 * @internal
 */
export function isAccessDenied(error: unknown): error is Error {
  return isError(error) && deniedNames.includes(error.name);
}

/**
 * Whether an answer asks to slow down. The call was not carried out.
 *
 * @internal
 */
export function isThrottled(error: unknown): boolean {
  return isError(error) && throttledNames.includes(error.name);
}

/**
 * Whether the cloud took the call, understood it and said no: it was not carried out and would not be the next time.
 *
 * @internal
 */
export function isRefusal(error: unknown): error is AwsServiceError {
  if (!isError(error) || isThrottled(error)) return false;
  if (isUnreadableAnswerError(error)) return false;
  const status = (error as AwsServiceError).$metadata?.httpStatusCode ?? 0;
  return (
    status >= 400 && status < 500 && !error.name.startsWith('RequestTimeout')
  );
}

/**
 * Whether an answer says that what the call names does not exist, such as `InvalidVpcEndpointServiceId.NotFound`,
 * `LoadBalancerNotFound`, `NoSuchDistribution` or `WAFNonexistentItemException`.
 *
 * @internal
 */
export function isNotFound(error: unknown): boolean {
  return (
    isError(error) &&
    /NotFound(Exception)?$|^NoSuch|NonexistentItemException$/.test(error.name)
  );
}
