import { AwsFault } from '../../world';
import type { Operation } from '../server/Operation';
import { ProtocolName } from './protocol';

/** A request as it comes over the wire. @internal */
export interface WireRequest {
  method: string;
  /** Path and query as they came. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** An answer as it goes over the wire. @internal */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a protocol must know of the service that speaks it. @internal */
export interface WireService {
  protocol: ProtocolName;
  version: string;
  /** Of the protocols that answer in XML. */
  xmlNamespace: string;
  operations: ReadonlyMap<string, Operation>;
}

/** What an answer tells of the call. @internal */
export interface AnswerFrame {
  service: WireService;
  action: string;
  requestId: string;
}

/** A request of which its protocol has found out what it asks for. @internal */
export interface Incoming {
  /** Empty if the request names none. */
  action: string;
  /**
   * The operation.
   *
   * @throws AwsFault for one that the service does not have.
   */
  operation(): Operation;
  /**
   * The parameters.
   *
   * @throws AwsFault for what the operation cannot read.
   */
  read(): Record<string, unknown>;
}

/** How a protocol writes requests, answers and refusals. @internal */
export interface Codec {
  open(service: WireService, request: WireRequest): Incoming;
  success(frame: AnswerFrame, operation: Operation, value: unknown): WireAnswer;
  fault(frame: AnswerFrame, fault: AwsFault): WireAnswer;
}
