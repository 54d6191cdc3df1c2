import {
  type Connection,
  type ConnectInstructions,
  type ExposureDetail,
  exposureReadPermission,
  exposureRefreshPermission,
  type InboxConnection,
  type Verdict,
  verdictsFor,
} from '@postern/backstage-plugin-private-exposure-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { RequestMatch } from '../changes/matchRequest';
import type { RequestedChanges } from '../changes/RequestedChanges';
import type {
  ConnectionRecord,
  ExposureDetailRecord,
  ExposureRecord,
  InboxRecord,
} from '../database/records';
import { permissionForVerdict } from '../decisions/AuthorizedDecisionService';
import type { DecisionStore, StoredDecision } from '../decisions/DecisionStore';
import { toDecision } from '../decisions/toDecision';
import type { CallerAccess } from '../permissions/CallerAccess';
import { toExposureResource } from '../permissions/exposureResource';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import { nameConsumer } from './nameConsumer';

/** What a caller may do with an exposure; asked of the policy in one question. @internal */
export const exposurePagePermissions = [
  exposureReadPermission,
  exposureRefreshPermission,
  ...Object.values(permissionForVerdict),
];

/** What {@link ExposurePresenter} needs. @internal */
export interface ExposurePresenterOptions {
  /** Latest decisions are shown with their connections. */
  decisions: Pick<DecisionStore, 'latestOf'>;
  /** Changes that connections ask for are shown with them. */
  requests: Pick<RequestedChanges, 'of'>;
  /** Compute addresses and instructions, without cloud calls. */
  providers: ProviderRegistry;
  /** Names for consumers that no provider knows by name. */
  accountNames: Record<string, string>;
  /** Whether an unconfirmed annotation is enough to decide. */
  allowUnconfirmedClaims: boolean;
  /** Told if a provider cannot describe what it surveyed. */
  logger: LoggerService;
}

/** What is shown with exposures and connections, for one caller. */
interface ShownWith {
  access: CallerAccess;
  /** The latest decisions, by connection. */
  latest: ReadonlyMap<string, StoredDecision>;
  /** What connections ask for, by connection. */
  changes: ReadonlyMap<string, RequestMatch>;
}

/**
 * Turns what the store knows into what one caller is shown: with what they may do, and not more.
 *
 * @internal
 */
export class ExposurePresenter {
  readonly #options: ExposurePresenterOptions;

  constructor(options: ExposurePresenterOptions) {
    this.#options = options;
  }

  /**
   * Exposures as the entity page shows them.
   *
   * @param decisions - the latest on their connections; left out, they are read, all in one query
   */
  async details(
    records: readonly ExposureDetailRecord[],
    access: CallerAccess,
    decisions?: readonly StoredDecision[],
  ): Promise<ExposureDetail[]> {
    const latest = decisions
      ? new Map(decisions.map(decision => [decision.connectionId, decision]))
      : await this.#latestOf(records);
    const changes = await this.#options.requests.of(
      records.flatMap(({ connections }) => connections),
      access,
    );
    const more = { access, latest, changes };
    return records.map(record => this.#detail(record, more));
  }

  #latestOf(
    records: readonly ExposureDetailRecord[],
  ): Promise<Map<string, StoredDecision>> {
    const ids = records.flatMap(record =>
      record.connections.map(({ connection }) => connection.id),
    );
    return this.#options.decisions.latestOf(ids);
  }

  /** Connections as the inbox shows them. */
  async inbox(
    records: readonly InboxRecord[],
    access: CallerAccess,
  ): Promise<InboxConnection[]> {
    const latest = await this.#options.decisions.latestOf(
      records.map(({ connection }) => connection.connection.id),
    );
    const changes = await this.#options.requests.of(
      records.map(({ connection }) => connection),
      access,
    );
    const more = { access, latest, changes };
    return records.map(({ connection, exposure }) => ({
      ...this.#connection(connection, exposure, more),
      exposure: exposure.summary,
    }));
  }

  #detail(record: ExposureDetailRecord, more: ShownWith): ExposureDetail {
    const provider = this.#options.providers.find(record.provider);
    return {
      ...record.summary,
      nativeState: record.nativeState,
      facts: record.facts,
      domain: record.domain,
      hops: record.hops,
      connections: record.connections.map(connection =>
        this.#connection(connection, record, more),
      ),
      connectionsTotal: record.connectionsTotal,
      grants: record.grants,
      findings: record.findings,
      inspection: record.inspection,
      connect: this.#connectInstructions(record),
      consoleUrl: provider?.consoleUrl?.(record.ref),
      capabilities: this.#capabilities(record, more.access),
    };
  }

  #connection(
    { connection }: ConnectionRecord,
    exposure: ExposureRecord,
    { access, latest, changes }: ShownWith,
  ): Connection {
    const { accountNames } = this.#options;
    const decision = latest.get(connection.id);
    const match = changes.get(connection.id);
    return {
      ...connection,
      consumer: nameConsumer(connection.consumer, accountNames),
      verdicts: this.#verdicts(connection, exposure, access, decision),
      decision: decision && toDecision(decision, accountNames),
      change: match?.isContested ? undefined : match?.change,
      contestedChange: match?.isContested ? match.change : undefined,
    };
  }

  #verdicts(
    connection: ConnectionRecord['connection'],
    exposure: ExposureRecord,
    access: CallerAccess,
    decision: StoredDecision | undefined,
  ): Verdict[] {
    const isUnderway = decision && !decision.endedAt && !decision.awaitsSecond;
    const { claim, kind, lifecycle } = exposure.summary;
    const isUnconfirmed = claim && !claim.confirmed;
    if (
      isUnderway ||
      lifecycle === 'gone' ||
      (isUnconfirmed && !this.#options.allowUnconfirmedClaims)
    ) {
      return [];
    }
    const resource = toExposureResource(exposure, [
      connection.consumer.account,
    ]);
    return verdictsFor(connection.state, kind).filter(verdict =>
      access.can(permissionForVerdict[verdict], resource),
    );
  }

  #capabilities(
    record: ExposureDetailRecord,
    access: CallerAccess,
  ): ExposureDetail['capabilities'] {
    const resource = toExposureResource(record, accountsIn(record));
    if (
      record.summary.lifecycle === 'gone' ||
      !access.can(exposureRefreshPermission, resource)
    ) {
      return [];
    }
    const provider = this.#options.providers.find(record.provider);
    const canVerify =
      provider?.startDomainVerification !== undefined &&
      record.domain !== undefined &&
      record.domain.state !== 'verified';
    return canVerify ? ['refresh', 'verify-domain'] : ['refresh'];
  }

  /** A provider that stumbles over one exposure must not take the page down. */
  #connectInstructions(
    record: ExposureDetailRecord,
  ): ConnectInstructions | undefined {
    const provider = this.#options.providers.find(record.provider);
    try {
      return provider?.describeConnecting?.({
        scopeId: record.ref.scopeId,
        exposure: record.surveyed,
      });
    } catch (error) {
      this.#options.logger.warn(
        `Provider '${record.provider}' could not describe how to connect to '${
          record.ref.nativeId
        }': ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}

/** The accounts whose connections a record holds. @internal */
export function accountsIn(record: ExposureDetailRecord): string[] {
  return [
    ...new Set(
      record.connections.map(({ connection }) => connection.consumer.account),
    ),
  ];
}
