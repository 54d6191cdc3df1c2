import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StateChangeListener } from '../database/StateChange';
import type { ExposureStore } from '../database/ExposureStore';
import type { ObservationMetrics } from '../metrics/ObservationMetrics';
import { auditDecisionEnd } from './auditDecisionEnd';
import {
  type CarryOutDeps,
  type CarryOutResult,
  carryOutDecision,
  leaseOf,
} from './carryOutDecision';
import { decisionChange } from './decisionChange';
import type { ClaimedDecision } from './DecisionStore';

const RECOVERED_AT_ONCE = 10;

/** What {@link DecisionExecutor} needs. @internal */
export interface DecisionExecutorOptions extends CarryOutDeps {
  /** Brought up to date with what was read. */
  exposures: Pick<ExposureStore, 'applyConnectionReading'>;
  /** Told what changed, after it is recorded. */
  onChanges: StateChangeListener;
  /** Told how long decisions take. */
  metrics: Pick<ObservationMetrics, 'recordDecision'>;
  /** What becomes of a decision is audited like the decision. */
  auditor: AuditorService;
  /** For what no decision can say. */
  logger: LoggerService;
}

/**
 * Carries decisions out: right after they are stored, and those of dead workers when they are found.
 *
 * @internal
 */
export class DecisionExecutor {
  readonly #options: DecisionExecutorOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #shutdown = new AbortController();

  private constructor(options: DecisionExecutorOptions) {
    this.#options = options;
  }

  static create(options: DecisionExecutorOptions): DecisionExecutor {
    return new DecisionExecutor(options);
  }

  /** Begins to carry a decision out, and returns at once. What goes wrong is left to the recovery. */
  start(decisionId: string): void {
    const { store, settleTime } = this.#options;
    this.#begin(`Decision '${decisionId}'`, () =>
      store.claim({ id: decisionId, lease: leaseOf(settleTime) }),
    );
  }

  /** Takes up what dead workers left. Run regularly by one worker at a time or by many: each row has one holder. */
  async recover(signal: AbortSignal): Promise<void> {
    const { store, settleTime } = this.#options;
    const claimed = await store.claimOverdue({
      limit: RECOVERED_AT_ONCE,
      lease: leaseOf(settleTime),
    });
    const both = AbortSignal.any([signal, this.#shutdown.signal]);
    const results = await Promise.allSettled(
      claimed.map(decision => this.#run(decision, both)),
    );
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        this.#options.logger.warn(
          `Decision '${
            claimed[index].id
          }' could not be recovered yet: ${stringifyError(result.reason)}`,
        );
      }
    }
  }

  /** Stops looking for effects, and waits until nothing runs. Rows that have not ended are recovered elsewhere. */
  async stop(): Promise<void> {
    this.#shutdown.abort();
    await Promise.allSettled(this.#running);
  }

  /** Waits until everything that {@link DecisionExecutor.start} began has come to its end. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  /** What waited for a decision that has ended, whoever stored it. */
  #startNext(lane: string): void {
    const { store, settleTime } = this.#options;
    this.#begin(`The decision that waited in lane '${lane}'`, () =>
      store.claimNext({ lane, lease: leaseOf(settleTime) }),
    );
  }

  #begin(
    what: string,
    claim: () => Promise<ClaimedDecision | undefined>,
  ): void {
    const { signal } = this.#shutdown;
    if (signal.aborted) return;
    const run = claim()
      .then(decision => decision && this.#run(decision, signal))
      .catch(error => {
        this.#options.logger.warn(
          `${what} was not finished and will be taken up again: ${stringifyError(
            error,
          )}`,
        );
      });
    this.#running.add(run);
    run.finally(() => this.#running.delete(run));
  }

  async #run(decision: ClaimedDecision, signal: AbortSignal): Promise<void> {
    const result = await carryOutDecision(decision, this.#options, signal);
    if (result.type === 'lost') {
      this.#options.logger.info(
        `Decision '${decision.id}' was taken over by another worker`,
      );
      return;
    }
    if (decision.lane !== undefined) this.#startNext(decision.lane);
    await this.#publish(decision, result);
  }

  /** The decision has ended and is on record; what follows only makes pages quicker, so it may fail. */
  async #publish(
    decision: ClaimedDecision,
    { end, look }: CarryOutResult & { type: 'ended' },
  ): Promise<void> {
    const ended = { ...decision, ...end };
    this.#options.metrics.recordDecision({
      verdict: decision.verdict,
      status: end.status,
      seconds: (Date.now() - Date.parse(decision.requestedAt)) / 1000,
    });
    await auditDecisionEnd(this.#options, decision, end);
    const changes = [decisionChange('decision-ended', ended, new Date())];
    try {
      if (look) {
        changes.push(
          ...(await this.#options.exposures.applyConnectionReading({
            connectionId: decision.connectionId,
            reading: look.connection,
            at: look.at,
          })),
        );
      }
    } catch (error) {
      this.#options.logger.warn(
        `The connection of decision '${
          decision.id
        }' shows its new state after the next survey only: ${stringifyError(
          error,
        )}`,
      );
    }
    await this.#options.onChanges(changes);
  }
}
