import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import { CloudConnection, type Look } from './CloudConnection';
import type {
  ClaimedDecision,
  DecisionEnd,
  DecisionStore,
} from './DecisionStore';
import {
  applied,
  keptBusy,
  notConfirmed,
  overtaken,
  refused,
  superseded,
  unreadable,
} from './decisionEnds';
import {
  describeDifferences,
  readingShowsEffect,
  toReading,
} from './seenConnection';

/** What {@link carryOutDecision} needs. @internal */
export interface CarryOutDeps {
  /** Where the record is kept. */
  store: DecisionStore;
  /** Where the cloud is. */
  providers: ProviderRegistry;
  /** How long the effect is looked for. */
  effectTimeout: HumanDuration;
  /** How long a call with an unknown outcome must be ago before another. */
  settleTime: HumanDuration;
}

/** What a worker's turn on a decision came to. @internal */
export type CarryOutResult =
  /** The record is complete. */
  | { type: 'ended'; end: DecisionEnd; look?: Look }
  /** Another worker has taken over; nothing was written. */
  | { type: 'lost' };

/** After so many calls nobody tries again: the cloud does not do what it is told. */
const MOST_CALLS = 3;

/** How long the first pause after an answer is that the cloud is busy. */
const FIRST_BUSY_PAUSE_MS = 2_000;

/**
 * How long one worker holds a decision without a sign of life.
 *
 * @remarks A call is given up after the settle time, and a worker that died right after it has lost its lease one more
 * settle time later. So whoever takes over reads at least a settle time after the call that it knows nothing of.
 *
 * @internal
 */
export function leaseOf(settleTime: HumanDuration): HumanDuration {
  return { milliseconds: 2 * durationToMilliseconds(settleTime) };
}

class Turn {
  readonly #decision: ClaimedDecision;
  readonly #deps: CarryOutDeps;
  readonly #cloud: CloudConnection;
  readonly #lease: HumanDuration;
  readonly #deadline: number;
  #calls: number;
  #busyAnswers = 0;

  constructor(
    decision: ClaimedDecision,
    deps: CarryOutDeps,
    signal: AbortSignal,
  ) {
    this.#decision = decision;
    this.#deps = deps;
    this.#lease = leaseOf(deps.settleTime);
    this.#deadline = Date.now() + durationToMilliseconds(deps.effectTimeout);
    this.#calls = decision.attempt;
    this.#cloud = new CloudConnection({
      providers: deps.providers,
      seen: decision.seen,
      callTimeoutMs: durationToMilliseconds(deps.settleTime),
      signal,
    });
  }

  async run(): Promise<CarryOutResult> {
    // The lease may be lost while the cloud cannot be read, so it is kept alive between looks.
    const first = await this.#lookUntil(() => true);
    if (first.type === 'unreadable') {
      return this.#end(this.#unread(first.error));
    }
    const { look } = first;
    const { seen, status } = this.#decision;
    const differences = describeDifferences(seen, look.connection);
    if (status === 'requested') {
      return differences.length === 0
        ? this.#callAndConfirm(look)
        : this.#end(superseded(differences, look), look);
    }
    if (this.#hasEffect(look)) return this.#end(applied(look), look);
    return differences.length === 0
      ? this.#callAndConfirm(look)
      : this.#end(overtaken(differences, look), look);
  }

  /** Only with a look that shows the connection as the person saw it. */
  async #callAndConfirm(before: Look): Promise<CarryOutResult> {
    const { verdict, reason, id, ticket } = this.#decision;
    if (this.#calls >= MOST_CALLS) {
      return this.#end(notConfirmed(this.#decision, before), before);
    }
    const marked = await this.#deps.store.markApplying({
      id,
      ticket,
      before: toReading(before.connection, before.at),
      lease: this.#lease,
    });
    if (!marked) return { type: 'lost' };
    this.#calls += 1;

    const call = await this.#cloud.decide(verdict, reason);
    if (call.type === 'refused') return this.#refused(call.message);
    if (call.type === 'busy') return this.#waitAndCall(call.message);

    const mayRepeat = call.type === 'unknown' && this.#calls < MOST_CALLS;
    const after = await this.#lookUntil(
      look => this.#hasEffect(look),
      mayRepeat ? this.#settled() : this.#deadline,
    );
    if (after.type === 'shown') {
      return this.#end(applied(after.look), after.look);
    }
    const detail = call.type === 'unknown' ? call.message : undefined;
    if (after.type === 'unreadable') {
      return this.#end(notConfirmed(this.#decision, undefined, after.error));
    }
    const differences = describeDifferences(
      this.#decision.seen,
      after.look.connection,
    );
    const retry =
      mayRepeat && differences.length === 0 && Date.now() < this.#deadline;
    return retry
      ? this.#callAndConfirm(after.look)
      : this.#end(notConfirmed(this.#decision, after.look, detail), after.look);
  }

  async #refused(message: string): Promise<CarryOutResult> {
    const after = await this.#lookUntil(() => true, Date.now());
    const look = after.type === 'unreadable' ? undefined : after.look;
    return this.#end(refused(message, look), look);
  }

  /** The cloud has not taken the call: it is as if there had been none, and there is another one until the deadline. */
  async #waitAndCall(message: string): Promise<CarryOutResult> {
    const { id, ticket, seen } = this.#decision;
    const lease = this.#lease;
    const marked = await this.#deps.store.markBusy({ id, ticket, lease });
    if (!marked) return { type: 'lost' };
    this.#calls -= 1;
    const until = Math.min(Date.now() + this.#nextPause(), this.#deadline);
    const differs = ({ connection }: Look) =>
      describeDifferences(seen, connection).length > 0;
    const shown = await this.#lookUntil(differs, until);
    // A reading that fails for a while must not end what the cloud's being busy does not.
    const after =
      shown.type === 'unreadable'
        ? await this.#lookUntil(() => true, this.#deadline)
        : shown;
    if (after.type === 'unreadable') {
      return this.#end(this.#unread(after.error));
    }
    const { look } = after;
    if (this.#hasEffect(look)) return this.#end(applied(look), look);
    if (differs(look)) {
      const differences = describeDifferences(seen, look.connection);
      return this.#end(overtaken(differences, look), look);
    }
    if (Date.now() < this.#deadline) return this.#callAndConfirm(look);
    return this.#end(
      this.#calls > 0
        ? notConfirmed(this.#decision, look, message)
        : keptBusy(message, look),
      look,
    );
  }

  /** Doubles from one busy answer to the next, up to the settle time. */
  #nextPause(): number {
    const pause = FIRST_BUSY_PAUSE_MS * 2 ** this.#busyAnswers;
    this.#busyAnswers += 1;
    return Math.min(pause, durationToMilliseconds(this.#deps.settleTime));
  }

  #lookUntil(
    satisfies: (look: Look) => boolean,
    deadline: number = this.#deadline,
  ) {
    const { id, ticket } = this.#decision;
    return this.#cloud.readUntil({
      satisfies,
      deadline,
      keepGoing: () =>
        this.#deps.store.renew({ id, ticket, lease: this.#lease }),
    });
  }

  #hasEffect(look: Look): boolean {
    const { verdict, seen } = this.#decision;
    return readingShowsEffect(verdict, look.connection, seen);
  }

  #settled(): number {
    const settle = durationToMilliseconds(this.#deps.settleTime);
    return Math.min(Date.now() + settle, this.#deadline);
  }

  #unread(error: string): DecisionEnd {
    return this.#calls > 0
      ? notConfirmed(this.#decision, undefined, error)
      : unreadable(error);
  }

  async #end(end: DecisionEnd, look?: Look): Promise<CarryOutResult> {
    const { id, ticket } = this.#decision;
    const written = await this.#deps.store.end({ id, ticket, ...end });
    return written ? { type: 'ended', end, look } : { type: 'lost' };
  }
}

/**
 * Brings a decision from wherever it stands to its end: reads, compares, calls, reads again, records.
 *
 * @remarks
 * What makes the effect happen at most once: the row says `applying`, durably, before the call leaves the process. A
 * worker that finds a row in `applying` does not know whether its predecessor's call left, so it reads first, and calls
 * only if the cloud still shows what it showed before, a settle time later. The cloud's own state is the judge, the row
 * only says that it must be asked.
 *
 * @internal
 */
export async function carryOutDecision(
  decision: ClaimedDecision,
  deps: CarryOutDeps,
  signal: AbortSignal,
): Promise<CarryOutResult> {
  return new Turn(decision, deps, signal).run();
}
