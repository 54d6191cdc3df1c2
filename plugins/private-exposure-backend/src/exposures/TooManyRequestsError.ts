import { CustomErrorBase } from '@backstage/errors';

/** Somebody asked again too soon. Answered with the status 429. @internal */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  /** Read by Backstage's error handler. */
  readonly statusCode = 429;
}
