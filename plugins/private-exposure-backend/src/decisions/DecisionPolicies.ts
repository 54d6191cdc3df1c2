import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Verdict } from '@postern/backstage-plugin-private-exposure-common';
import { audited } from '../audit/audited';
import type { ExposureReader } from '../database/ExposureStore';
import type { InboxRecord } from '../database/records';
import { findAutoApproval } from './decisionPolicy';
import type { DecisionSettings } from './DecisionSettings';
import type { DecisionStore } from './DecisionStore';
import type { DefaultDecisionService } from './DefaultDecisionService';

const PAGE = 200;
const EXPIRY_POLICY = 'pending-expiry';

interface PolicyVerdict {
  policy: string;
  verdict: Verdict;
  reason: string;
}

/** What {@link DecisionPolicies} needs. @internal */
export interface DecisionPoliciesOptions {
  /** Lists what waits. */
  exposures: Pick<ExposureReader, 'listConnections'>;
  /** Says what the policies have decided already. */
  store: Pick<DecisionStore, 'latestOf'>;
  /** Takes the verdicts. */
  decisions: Pick<DefaultDecisionService, 'decideByPolicy'>;
  /** The rules. */
  settings: DecisionSettings;
  /** A policy's verdict is audited like a person's. */
  auditor: AuditorService;
  /** Told of verdicts that could not be given. */
  logger: LoggerService;
}

/**
 * Decides on waiting connections by the rules of the configuration.
 *
 * @internal
 */
export class DecisionPolicies {
  readonly #options: DecisionPoliciesOptions;

  private constructor(options: DecisionPoliciesOptions) {
    this.#options = options;
  }

  static create(options: DecisionPoliciesOptions): DecisionPolicies {
    return new DecisionPolicies(options);
  }

  /** Whether there is any rule to apply. */
  hasRules(): boolean {
    return hasRules(this.#options.settings);
  }

  /** Looks at everything that waits, page by page. */
  async apply(signal: AbortSignal): Promise<void> {
    if (!this.hasRules()) return;
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await this.#options.exposures.listConnections({
        state: 'pending',
        limit: PAGE,
        cursor,
      });
      await this.#applyTo(page.items);
      cursor = page.nextCursor;
    } while (cursor);
  }

  async #applyTo(records: readonly InboxRecord[]): Promise<void> {
    const latest = await this.#options.store.latestOf(
      records.map(({ connection }) => connection.connection.id),
    );
    for (const record of records) {
      const verdict = this.#verdictOn(record);
      const last = latest.get(record.connection.connection.id);
      // What a policy has tried once, it does not try again by itself: a refusal of the cloud wants a person.
      const isUnderway = last && !last.endedAt && !last.awaitsSecond;
      if (verdict && !isUnderway && last?.decidedBy !== nameOf(verdict)) {
        await this.#decide(record, verdict);
      }
    }
  }

  #verdictOn({
    connection: { connection },
    exposure,
  }: InboxRecord): PolicyVerdict | undefined {
    const { settings } = this.#options;
    const { entityRef, claim, kind } = exposure.summary;
    const rule = findAutoApproval(
      {
        connectionId: connection.id,
        state: connection.state,
        kind,
        consumer: connection.consumer,
        entityRef,
        claim,
        involvement: { type: 'uninvolved' },
      },
      settings.autoApproval,
    );
    if (rule) {
      return {
        policy: rule.name,
        verdict: 'approve',
        reason: `Account ${connection.consumer.account} may connect by the rule '${rule.name}'.`,
      };
    }
    const since = Date.parse(connection.createdAt ?? connection.firstSeenAt);
    const { pendingExpiry, dangerouslyAllowUnconfirmedClaims } = settings;
    const isExpired =
      pendingExpiry !== undefined &&
      since + durationToMilliseconds(pendingExpiry) <= Date.now();
    // Such a verdict is refused, and would be in every round.
    const isRefused =
      claim?.confirmed === false && !dangerouslyAllowUnconfirmedClaims;
    return isExpired && !isRefused
      ? {
          policy: EXPIRY_POLICY,
          verdict: 'reject',
          reason: `Nobody decided since ${new Date(since).toISOString()}.`,
        }
      : undefined;
  }

  async #decide(
    { connection: { connection }, exposure }: InboxRecord,
    { policy, verdict, reason }: PolicyVerdict,
  ): Promise<void> {
    const { decisions, logger } = this.#options;
    const actor = `policy:${policy}`;
    const { id: exposureId, entityRef = null } = exposure.summary;
    const meta = {
      ...{ queryType: verdict, connectionId: connection.id, reason, actor },
      ...{ exposureId, entityRef, account: connection.consumer.account },
    };
    try {
      await audited(
        this.#options,
        { eventId: 'connection-mutate', severityLevel: 'high', meta },
        async note => {
          const { id: decisionId, status } = await decisions.decideByPolicy(
            {
              connectionId: connection.id,
              verdict,
              reason,
              seen: { state: connection.state },
            },
            policy,
          );
          note({ decisionId, status });
        },
      );
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') return; // Somebody was quicker.
      logger.warn(
        `${actor} could not ${verdict} connection '${
          connection.id
        }': ${stringifyError(error)}`,
      );
    }
  }
}

/** Whether anything is decided without a person. @internal */
export function hasRules(
  settings: Pick<DecisionSettings, 'autoApproval' | 'pendingExpiry'>,
): boolean {
  const { autoApproval, pendingExpiry } = settings;
  return autoApproval.length > 0 || pendingExpiry !== undefined;
}

function nameOf({ policy }: PolicyVerdict): string {
  return `policy:${policy}`;
}
