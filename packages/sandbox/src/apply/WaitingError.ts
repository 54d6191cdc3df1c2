import { CustomErrorBase } from '@backstage/errors';

/**
 * Something that is not there yet and that time may bring; the apply is tried again.
 * @internal
 */
export class WaitingError extends CustomErrorBase {
  name = 'WaitingError' as const;
}
