import type {
  HandlerExecutionContext,
  HttpResponse,
  MetadataBearer,
  MiddlewareStack,
  OperationSchema,
  SerdeFunctions,
} from '@smithy/types';
import { AnswerParts } from './AnswerParts';
import { collectBody, LeanEc2Protocol } from './protocols';

const CONTEXT_KEY = 'posternAnswerReader';

/**
 * Reads answers a part at a time. One reader serves one listing, call after call.
 *
 * @internal
 */
export class AnswerReader<Output> {
  readonly #parts: AnswerParts;
  #read: ((bytes: Buffer) => Promise<unknown>) | undefined;

  /** @param size - Most items of a part. */
  constructor(size: number) {
    this.#parts = new AnswerParts(size);
  }

  /** From now on the command's answer is its first part; {@link AnswerReader.next} reads the others. */
  attach<Command extends { middlewareStack: MiddlewareStack<any, any> }>(
    command: Command,
  ): Command {
    command.middlewareStack.add(
      (next, context) => args => {
        context[CONTEXT_KEY] = this;
        return next(args);
      },
      { name: CONTEXT_KEY, step: 'initialize' },
    );
    return command;
  }

  /** Takes the bytes of an answer, and how to read them. */
  take(answer: Buffer, read: (bytes: Buffer) => Promise<unknown>): void {
    this.#parts.take(answer);
    this.#read = read;
  }

  /** The answer with its next items, or `undefined` after the last ones. */
  async next(): Promise<Output | undefined> {
    const bytes = this.#parts.next();
    return bytes && ((await this.#read?.(bytes)) as Output);
  }
}

/** EC2's protocol, which reads the answers of those commands in parts that an {@link AnswerReader} is attached to. @internal */
export class PartedEc2Protocol extends LeanEc2Protocol {
  async deserializeResponse<Output extends MetadataBearer>(
    operationSchema: OperationSchema,
    context: HandlerExecutionContext & SerdeFunctions,
    response: HttpResponse,
  ): Promise<Output> {
    const read = (answer: HttpResponse) =>
      super.deserializeResponse<Output>(operationSchema, context, answer);
    const reader: AnswerReader<Output> | undefined = context[CONTEXT_KEY];
    if (!reader || response.statusCode >= 300) return read(response);
    const body = Buffer.from(await collectBody(response.body));
    reader.take(body, bytes => read({ ...response, body: bytes }));
    // An answer has one part at least.
    return (await reader.next())!;
  }
}
