import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import { CloudConnection, type Look } from './CloudConnection';
import type {
  ClaimedDecision,
  DecisionEnd,
  DecisionStore,
} from './DecisionStore';
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
      return this.#end(this.#unreadable(first.error));
    }
    const { look } = first;
    const { seen, status } = this.#decision;
    const differences = describeDifferences(seen, look.connection);
    if (status === 'requested') {
      return differences.length === 0
        ? this.#callAndConfirm(look)
        : this.#end(superseded(differences, look), look);
    }
    if (this.#hasEffect(look)) return this.#end(this.#applied(look), look);
    return differences.length === 0
      ? this.#callAndConfirm(look)
      : this.#end(overtaken(differences, look), look);
  }

  /** Only with a look that shows the connection as the person saw it. */
  async #callAndConfirm(before: Look): Promise<CarryOutResult> {
    const { verdict, reason, id, ticket } = this.#decision;
    if (this.#calls >= MOST_CALLS) {
      return this.#end(this.#notConfirmed(before), before);
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

    const mayRepeat = call.type === 'unknown' && this.#calls < MOST_CALLS;
    const after = await this.#lookUntil(
      look => this.#hasEffect(look),
      mayRepeat ? this.#settled() : this.#deadline,
    );
    if (after.type === 'shown') {
      return this.#end(this.#applied(after.look), after.look);
    }
    const detail = call.type === 'unknown' ? call.message : undefined;
    if (after.type === 'unreadable') {
      return this.#end(this.#notConfirmed(undefined, after.error));
    }
    const differences = describeDifferences(
      this.#decision.seen,
      after.look.connection,
    );
    const retry =
      mayRepeat && differences.length === 0 && Date.now() < this.#deadline;
    return retry
      ? this.#callAndConfirm(after.look)
      : this.#end(this.#notConfirmed(after.look, detail), after.look);
  }

  async #refused(message: string): Promise<CarryOutResult> {
    const after = await this.#lookUntil(() => true, Date.now());
    const look = after.type === 'unreadable' ? undefined : after.look;
    const end: DecisionEnd = {
      status: 'failed',
      message: `The cloud refused: ${message}`,
      after: look && toReading(look.connection, look.at),
    };
    return this.#end(end, look);
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
    return readingShowsEffect(this.#decision.verdict, look.connection);
  }

  #settled(): number {
    const settle = durationToMilliseconds(this.#deps.settleTime);
    return Math.min(Date.now() + settle, this.#deadline);
  }

  #applied(look: Look): DecisionEnd {
    const state = look.connection?.state;
    return {
      status: 'applied',
      message: state
        ? `The connection is now ${state}.`
        : 'The connection is no longer there.',
      after: toReading(look.connection, look.at),
    };
  }

  #notConfirmed(look: Look | undefined, detail?: string): DecisionEnd {
    const seen = look
      ? `it is still ${look.connection?.state ?? 'missing'}`
      : 'it could not be read';
    return {
      status: 'unconfirmed',
      message: `The cloud was asked to ${
        this.#decision.verdict
      } the connection, but no effect showed in time: ${seen}.${
        detail ? ` The last error was: ${detail}` : ''
      }`,
      after: look && toReading(look.connection, look.at),
    };
  }

  #unreadable(error: string): DecisionEnd {
    if (this.#decision.status === 'applying') {
      return this.#notConfirmed(undefined, error);
    }
    return {
      status: 'failed',
      message: `Nothing was done: the connection could not be read. ${error}`,
    };
  }

  async #end(end: DecisionEnd, look?: Look): Promise<CarryOutResult> {
    const { id, ticket } = this.#decision;
    const written = await this.#deps.store.end({ id, ticket, ...end });
    return written ? { type: 'ended', end, look } : { type: 'lost' };
  }
}

function superseded(differences: string[], look: Look): DecisionEnd {
  return {
    status: 'superseded',
    message: `Nothing was done: the connection is not what it was when you decided. ${differences.join(
      ' ',
    )}`,
    before: toReading(look.connection, look.at),
  };
}

function overtaken(differences: string[], look: Look): DecisionEnd {
  return {
    status: 'unconfirmed',
    message: `The cloud may have been asked, and shows something else: ${differences.join(
      ' ',
    )}`,
    after: toReading(look.connection, look.at),
  };
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
