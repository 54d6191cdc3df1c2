import { CustomErrorBase, isError } from '@backstage/errors';

/**
 * The credential works, but no role allows the call.
 *
 * @internal
 */
export class AzureAccessDeniedError extends CustomErrorBase {
  name = 'AzureAccessDeniedError' as const;
  /** The RBAC action that is missing. */
  readonly action: string;
  /** The subscription in which it is missing. */
  readonly subscriptionId: string;

  constructor(options: {
    action: string;
    subscriptionId: string;
    cause: Error;
  }) {
    const { action, subscriptionId, cause } = options;
    super(
      `The identity may not do '${action}' in subscription ${subscriptionId}: assign a role with that action`,
      cause,
    );
    this.action = action;
    this.subscriptionId = subscriptionId;
  }
}

/**
 * There is no token for a tenant: its credential is wrong, or the token service does not answer. No call was made.
 *
 * @internal
 */
export class AzureCredentialsError extends CustomErrorBase {
  name = 'AzureCredentialsError' as const;
  /** The tenant that cannot be entered. */
  readonly tenantId: string;

  constructor(options: { tenantId: string; reason: string }) {
    const { tenantId, reason } = options;
    super(
      `No token for tenant ${tenantId}: ${reason}. Check its credential under 'privateExposure.azure.tenants'`,
    );
    this.tenantId = tenantId;
  }
}

/**
 * Azure answered that the call failed.
 *
 * @internal
 */
export class AzureServiceError extends CustomErrorBase {
  name = 'AzureServiceError' as const;
  /** Azure's own code, such as `ResourceNotFound`. */
  readonly code: string;
  /** The HTTP status. */
  readonly statusCode: number;
  /** What Azure said besides the code. */
  readonly detail: string;

  constructor(options: { code: string; statusCode: number; detail: string }) {
    const { code, statusCode, detail } = options;
    super(detail ? `${code}: ${detail}` : `${code} (HTTP ${statusCode})`);
    this.code = code;
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/**
 * No answer came in time. Whether the call was carried out, nobody knows.
 *
 * @internal
 */
export class AzureTimeoutError extends CustomErrorBase {
  // The name that the other clouds' timeouts have.
  name = 'TimeoutError' as const;

  constructor(options: { action: string; milliseconds: number }) {
    super(
      `No answer to '${options.action}' within ${options.milliseconds} milliseconds`,
    );
  }
}

/**
 * What came back is nothing that Azure says: cut off, or of somebody in between. Whether the call was carried out,
 * nobody knows.
 *
 * @internal
 */
export class AzureUnreadableAnswerError extends CustomErrorBase {
  name = 'AzureUnreadableAnswerError' as const;

  constructor(options: { action: string; reason: string }) {
    super(
      `The answer to '${options.action}' is not one of Azure: ${options.reason}. Look for a proxy or gateway on the way to Azure`,
    );
  }
}

/**
 * Whether an error is an {@link AzureAccessDeniedError}.
 *
 * @internal
 */
export function isAccessDeniedError(
  error: unknown,
): error is AzureAccessDeniedError {
  return isError(error) && error.name === 'AzureAccessDeniedError';
}

/**
 * Whether an error is an {@link AzureCredentialsError}.
 *
 * @internal
 */
export function isCredentialsError(
  error: unknown,
): error is AzureCredentialsError {
  return isError(error) && error.name === 'AzureCredentialsError';
}

/**
 * Whether an error is an {@link AzureServiceError}.
 *
 * @internal
 */
export function isServiceError(error: unknown): error is AzureServiceError {
  return isError(error) && error.name === 'AzureServiceError';
}

// Also 404, and about the question: an identity without any role in a subscription is told that there is none.
const NOT_ABOUT_THE_RESOURCE = [
  'SubscriptionNotFound',
  'InvalidResourceType',
  'InvalidResourceNamespace',
];

/**
 * Whether an answer says that what the call names does not exist: the resource, or its group.
 *
 * @internal
 */
export function isNotFound(error: unknown): boolean {
  return (
    isServiceError(error) &&
    error.statusCode === 404 &&
    !NOT_ABOUT_THE_RESOURCE.includes(error.code)
  );
}

/**
 * Whether an answer asks to slow down. The call was not carried out.
 *
 * @internal
 */
export function isThrottled(error: unknown): error is AzureServiceError {
  return isServiceError(error) && error.statusCode === 429;
}

// What Azure says, with 409, while another change of the same resource or network is under way.
const BUSY =
  /AnotherOperation|OperationInProgress|RetryableError|ReferencedResourceNotProvisioned|ResourceBusy/i;

/**
 * Whether an answer says that another change is under way. The call was not carried out.
 *
 * @internal
 */
export function isBusy(error: unknown): error is AzureServiceError {
  return (
    isServiceError(error) && error.statusCode === 409 && BUSY.test(error.code)
  );
}

/**
 * Whether the cloud took the call, understood it and said no: it was not carried out and would not be the next time.
 *
 * @internal
 */
export function isRefusal(error: unknown): error is AzureServiceError {
  return (
    isServiceError(error) &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    error.statusCode !== 408 &&
    !isThrottled(error) &&
    !isBusy(error)
  );
}
