import { Cloud, FaultEffect } from '../faults';

interface OfferedEffect {
  /** What a person reads. */
  label: string;
  effect: FaultEffect;
}

/**
 * The faults that the console offers, by cloud: each with the code and status with which that cloud would refuse.
 * @internal
 */
export const faultEffects: Readonly<
  Record<Cloud, Readonly<Record<string, OfferedEffect>>>
> = {
  aws: {
    throttle: {
      label: 'Throttled (RequestLimitExceeded)',
      effect: {
        type: 'error',
        code: 'RequestLimitExceeded',
        message: 'Request limit exceeded.',
        status: 503,
      },
    },
    internal: {
      label: 'Internal error (500)',
      effect: {
        type: 'error',
        code: 'InternalError',
        message: 'An internal error has occurred',
        status: 500,
      },
    },
    denied: {
      label: 'Access denied (UnauthorizedOperation)',
      effect: {
        type: 'error',
        code: 'UnauthorizedOperation',
        message: 'You are not authorized to perform this operation.',
        status: 403,
      },
    },
    timeout: { label: 'No answer', effect: { type: 'timeout' } },
    unsuccessful: {
      label: 'Unsuccessful, with HTTP 200',
      effect: { type: 'unsuccessful' },
    },
  },
  azure: {
    throttle: {
      label: 'Throttled (TooManyRequests)',
      effect: {
        type: 'error',
        code: 'TooManyRequests',
        message:
          'The request is being throttled as the limit has been reached for the operation type.',
        status: 429,
      },
    },
    internal: {
      label: 'Internal error (InternalServerError)',
      effect: {
        type: 'error',
        code: 'InternalServerError',
        message: 'An error occurred.',
        status: 500,
      },
    },
    denied: {
      label: 'Access denied (AuthorizationFailed)',
      effect: {
        type: 'error',
        code: 'AuthorizationFailed',
        message:
          'The client does not have authorization to perform this action.',
        status: 403,
      },
    },
    busy: {
      label: 'Busy (AnotherOperationInProgress)',
      effect: {
        type: 'error',
        code: 'AnotherOperationInProgress',
        message:
          'Another operation on this or dependent resource is in progress.',
        status: 409,
      },
    },
    timeout: { label: 'No answer', effect: { type: 'timeout' } },
    unsuccessful: {
      label: 'Fails in the background',
      effect: { type: 'unsuccessful' },
    },
  },
};
