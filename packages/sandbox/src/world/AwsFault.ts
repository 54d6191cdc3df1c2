import { CustomErrorBase } from '@backstage/errors';

/**
 * A refusal in the words of AWS: the wire layer sends the code, the message and
 * the HTTP status as the service would.
 *
 * @public
 */
export class AwsFault extends CustomErrorBase {
  name = 'AwsFault' as const;
  /** The service's error code, such as `InvalidVpcEndpointServiceId.NotFound`. */
  readonly code: string;
  /** The HTTP status of the answer. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
