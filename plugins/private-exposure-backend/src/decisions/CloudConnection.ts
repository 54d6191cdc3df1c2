import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from '@postern/backstage-plugin-private-exposure-common';
import type {
  ConnectionRef,
  SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import { scrubError } from '../observation/scrubSecrets';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import type { SeenConnection } from './seenConnection';

/** What the cloud said, and when it was asked. @internal */
export interface Look {
  /** Nothing, if the cloud does not have the connection. */
  connection: SurveyedConnection | undefined;
  /** When the answer came. */
  at: Date;
}

/** What came of looking until something shows. @internal */
export type LookOutcome =
  | { type: 'shown'; look: Look }
  | { type: 'not-shown'; look: Look }
  /** No look succeeded; the text says why the last one did not. */
  | { type: 'unreadable'; error: string };

/** How the verdict's call went. @internal */
export type CallOutcome =
  | { type: 'accepted' }
  /** The cloud said no; nothing changed. */
  | { type: 'refused'; message: string }
  /** The cloud is busy with another change and did not take the call; nothing changed. */
  | { type: 'busy'; message: string }
  /** Nobody knows whether it took effect. */
  | { type: 'unknown'; message: string };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * One connection in the cloud, to be read and decided on by its decision's worker.
 *
 * @internal
 */
export class CloudConnection {
  readonly #providers: ProviderRegistry;
  readonly #provider: string;
  readonly #ref: ConnectionRef;
  readonly #callTimeoutMs: number;
  readonly #signal: AbortSignal;

  constructor(options: {
    providers: ProviderRegistry;
    seen: SeenConnection;
    /** When a single call is given up. */
    callTimeoutMs: number;
    /** Ends everything on shutdown. */
    signal: AbortSignal;
  }) {
    const { scopeId, exposureNativeId, nativeId, provider } = options.seen;
    this.#providers = options.providers;
    this.#provider = provider;
    this.#ref = { scopeId, exposureNativeId, nativeId };
    this.#callTimeoutMs = options.callTimeoutMs;
    this.#signal = options.signal;
  }

  /** Reads once. @throws what the provider throws */
  async read(): Promise<Look> {
    const provider = this.#providers.get(this.#provider);
    const connection = await provider.readConnection(this.#ref, {
      signal: this.#callSignal(),
    });
    return { connection, at: new Date() };
  }

  /**
   * Reads again and again until a reading satisfies, or until the time is over. Readings that fail are repeated too.
   *
   * @param keepGoing - asked before each pause; false ends the looking early
   * @throws AbortError on shutdown
   */
  async readUntil(options: {
    satisfies: (look: Look) => boolean;
    deadline: number;
    keepGoing: () => Promise<boolean>;
  }): Promise<LookOutcome> {
    let outcome: LookOutcome = { type: 'unreadable', error: 'not looked yet' };
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      outcome = await this.#lookOnce(options.satisfies, outcome);
      if (outcome.type === 'shown') return outcome;
      const left = options.deadline - Date.now();
      if (left <= 0) return outcome;
      if (!(await options.keepGoing())) return outcome;
      const wait = Math.min(pause, left);
      await sleep(wait, undefined, { signal: this.#signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Makes the call, once. */
  async decide(verdict: Verdict, reason: string): Promise<CallOutcome> {
    try {
      const provider = this.#providers.get(this.#provider);
      await provider.decide(this.#ref, verdict, reason, {
        signal: this.#callSignal(),
      });
      return { type: 'accepted' };
    } catch (error) {
      const message = describe(error);
      return { type: outcomeOf(error), message };
    }
  }

  async #lookOnce(
    satisfies: (look: Look) => boolean,
    before: LookOutcome,
  ): Promise<LookOutcome> {
    try {
      const look = await this.read();
      return { type: satisfies(look) ? 'shown' : 'not-shown', look };
    } catch (error) {
      this.#signal.throwIfAborted();
      // A reading that failed does not undo the one before it.
      if (before.type === 'not-shown') return before;
      return { type: 'unreadable', error: describe(error) };
    }
  }

  #callSignal(): AbortSignal {
    return AbortSignal.any([
      this.#signal,
      AbortSignal.timeout(this.#callTimeoutMs),
    ]);
  }
}

/** By name: two copies of the package that defines the errors may be installed. */
function outcomeOf(error: unknown): 'refused' | 'busy' | 'unknown' {
  const name = error instanceof Error ? error.name : '';
  if (name === 'DecisionRefusedError') return 'refused';
  return name === 'CloudBusyError' ? 'busy' : 'unknown';
}

/** It is kept with the decision and shown. */
function describe(error: unknown): string {
  return scrubError(error).message;
}
