import { CustomErrorBase } from '@backstage/errors';

/** What an {@link AzureFault} says beside its code and message. @public */
export interface AzureFaultOptions {
  /** HTTP status of the answer; default 400. */
  status?: number;
  /** Inner errors, in the `details` list. */
  details?: { code: string; message: string }[];
  /** Further headers of the answer, such as `retry-after`. */
  headers?: Record<string, string>;
}

/**
 * A refusal in the words of Azure: the wire layer sends the code, the message
 * and the HTTP status as Azure Resource Manager would.
 *
 * @public
 */
export class AzureFault extends CustomErrorBase {
  name = 'AzureFault' as const;
  /** The error code, such as `ResourceNotFound`. */
  readonly code: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  readonly details: { code: string; message: string }[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: string, message: string, options: AzureFaultOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.details = options.details;
    this.headers = options.headers ?? {};
  }
}
