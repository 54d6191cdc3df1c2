import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ConnectionState,
  Decision,
  DecisionPage,
  ListDecisionsOptions,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { AuditNote } from '../audit/audited';

/** A verdict on a connection. @internal */
export interface DecideRequest {
  /** Our id of the connection. What it is in the cloud, only the server says. */
  connectionId: string;
  /** What is to happen. */
  verdict: Verdict;
  /** Why. */
  reason: string;
  /** What the person saw. */
  seen: { state: ConnectionState };
  /** New for each click; the same key is the same decision. */
  idempotencyKey: string;
}

/** Who calls. @internal */
export interface CallerOptions {
  /** Of the person who decides or reads, never of the backend. */
  credentials: BackstageCredentials;
  /** Told what the call turns out to be about. */
  note?: AuditNote;
}

/**
 * Takes verdicts, and tells what became of them. HTTP and MCP callers meet the same one.
 *
 * @internal
 */
export interface DecisionService {
  /**
   * Stores a verdict and begins to carry it out; the answer does not wait for the effect.
   *
   * @throws NotFoundError, NotAllowedError, InputError, or ConflictError if another decision on the connection has not
   * ended
   */
  decide(request: DecideRequest, options: CallerOptions): Promise<Decision>;
  /** One decision. @throws NotFoundError */
  getDecision(id: string, options: CallerOptions): Promise<Decision>;
  /** One page, newest first; what the caller may not read is not on it. */
  listDecisions(
    query: ListDecisionsOptions,
    options: CallerOptions,
  ): Promise<DecisionPage>;
}
