import { randomUUID } from 'node:crypto';
import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  Decision,
  DecisionPage,
  ListDecisionsOptions,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type {
  Involvement,
  InvolvementReader,
} from '../changes/InvolvementReader';
import type { ExposureReader, ReadFilter } from '../database/ExposureStore';
import type { InboxRecord } from '../database/records';
import type { StateChangeListener } from '../database/StateChange';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import { decisionChange } from './decisionChange';
import {
  actorName,
  type DecisionActor,
  type DecisionSubject,
  isInterested,
  needsSecondPerson,
  refuseVerdict,
} from './decisionPolicy';
import type {
  CallerOptions,
  DecideRequest,
  DecisionService,
} from './DecisionService';
import type { DecisionSettings } from './DecisionSettings';
import type { DecisionStore, StoredDecision } from './DecisionStore';
import type { SeenConnection } from './seenConnection';
import { toDecision } from './toDecision';

/** What {@link DefaultDecisionService} needs. @internal */
export interface DefaultDecisionServiceOptions {
  /** Where decisions are kept. */
  store: DecisionStore;
  /** What the verdicts are about. */
  exposures: Pick<ExposureReader, 'getConnection'>;
  /** Who put something into the changes of an entity. */
  involvement: Pick<InvolvementReader, 'involvementOf'>;
  /** Tells which clouds take one change of an exposure at a time. */
  providers: Pick<ProviderRegistry, 'find'>;
  /** Begins to carry a stored decision out. */
  executor: { start(decisionId: string): void };
  /** Who the caller is and belongs to. */
  userInfo: UserInfoService;
  /** Told of new decisions, after they are stored. */
  onChanges: StateChangeListener;
  /** What is allowed at all. */
  settings: DecisionSettings;
  /** Names for consumers that no provider knows by name. */
  accountNames: Record<string, string>;
}

/**
 * Decides without asking for permissions: callers go through `AuthorizedDecisionService`.
 *
 * @internal
 */
export class DefaultDecisionService implements DecisionService {
  readonly #options: DefaultDecisionServiceOptions;

  private constructor(options: DefaultDecisionServiceOptions) {
    this.#options = options;
  }

  static create(
    options: DefaultDecisionServiceOptions,
  ): DefaultDecisionService {
    return new DefaultDecisionService(options);
  }

  /**
   * Stores a person's verdict and has it carried out.
   *
   * @param permitted - For which entity the person may decide; whoever let them pass looked at it a moment ago.
   * @throws ConflictError when the exposure has gone to another entity since.
   */
  async decide(
    request: DecideRequest,
    { credentials }: CallerOptions,
    permitted?: { entityRef: string | null },
  ): Promise<Decision> {
    const actor = await this.#actorOf(credentials);
    return this.#decideAs(request, actor, permitted);
  }

  /** A verdict that a rule of the configuration gives. Nobody is asked for permission: the operator wrote the rule. */
  async decideByPolicy(
    request: Omit<DecideRequest, 'idempotencyKey'> & {
      idempotencyKey?: string;
    },
    policyName: string,
  ): Promise<Decision> {
    return this.#decideAs(
      { ...request, idempotencyKey: request.idempotencyKey ?? randomUUID() },
      { type: 'policy', name: policyName },
    );
  }

  async getDecision(id: string): Promise<Decision> {
    const decision = await this.#options.store.get(id);
    if (!decision) throw new NotFoundError(`There is no decision '${id}'`);
    return this.#present(decision);
  }

  async listDecisions(
    query: ListDecisionsOptions & ReadFilter,
  ): Promise<DecisionPage> {
    const { limit = 50 } = query;
    const page = await this.#options.store.list({ ...query, limit });
    return { ...page, items: page.items.map(item => this.#present(item)) };
  }

  #present(decision: StoredDecision): Decision {
    return toDecision(decision, this.#options.accountNames);
  }

  async #decideAs(
    request: DecideRequest,
    actor: DecisionActor,
    permitted?: { entityRef: string | null },
  ): Promise<Decision> {
    const record = await this.#find(request.connectionId);
    const subject = await this.#subjectOf(record, request.verdict, actor);
    if (permitted && permitted.entityRef !== (subject.entityRef ?? null)) {
      throw new ConflictError(
        `The exposure of connection '${request.connectionId}' went to another entity just now; look at it again before you decide`,
      );
    }
    const refusal = refuseVerdict(request, subject, this.#options.settings);
    if (refusal) throw refusal;

    const awaitsSecond = needsSecondPerson(
      request.verdict,
      actor,
      subject,
      this.#options.settings,
    );
    const outcome = await this.#options.store.insert({
      connectionId: request.connectionId,
      exposureId: record.exposure.summary.id,
      entityRef: subject.entityRef,
      verdict: request.verdict,
      reason: request.reason.trim(),
      decidedBy: actorName(actor),
      idempotencyKey: request.idempotencyKey,
      seen: toSeen(record, request.seen.state),
      awaitsSecond,
      doubt: doubtIn(subject),
      lane: this.#laneOf(record),
    });
    if (outcome.type === 'conflict') {
      return this.#joinOrRefuse(outcome.decision, request, actor, subject);
    }
    if (outcome.decision.verdict !== request.verdict) {
      throw new ConflictError(
        `'Idempotency-Key' was used to ${outcome.decision.verdict} this connection; a new verdict needs a new key`,
      );
    }
    // A known decision is started too: the worker that had it may be gone, and a second start does nothing.
    return this.#begin(outcome.decision, outcome.type === 'stored');
  }

  async #begin(decision: StoredDecision, isNew: boolean): Promise<Decision> {
    if (!decision.awaitsSecond && !decision.endedAt) {
      this.#options.executor.start(decision.id);
    }
    if (isNew) {
      const at = new Date(decision.requestedAt);
      await this.#options.onChanges([
        decisionChange('decision-requested', decision, at),
      ]);
    }
    return this.#present(decision);
  }

  /** A decision that waits for a second person takes that person's approval; every other one is in the way. */
  async #joinOrRefuse(
    open: StoredDecision,
    request: DecideRequest,
    actor: DecisionActor,
    subject: DecisionSubject,
  ): Promise<Decision> {
    const joins =
      actor.type === 'user' &&
      open.awaitsSecond &&
      request.verdict === open.verdict &&
      open.decidedBy !== actor.userEntityRef;
    const agreed = joins
      ? await this.#options.store.agree({
          id: open.id,
          approver: actor.userEntityRef,
          sufficient: !isInterested(actor, subject, this.#options.settings),
          doubt: doubtIn(subject),
        })
      : undefined;
    if (agreed) return this.#begin(agreed, false);
    throw new ConflictError(
      open.awaitsSecond
        ? `The approval by ${open.decidedBy} waits for a second person, who did not open the change or add to it and does not own the consumer`
        : `${open.decidedBy} has decided to ${open.verdict} connection '${open.connectionId}' a moment ago; wait for the outcome of that decision`,
    );
  }

  #laneOf({ connection, exposure }: InboxRecord): string | undefined {
    const provider = this.#options.providers.find(connection.provider);
    return provider?.decidesOneAtATime ? exposure.summary.id : undefined;
  }

  async #find(connectionId: string): Promise<InboxRecord> {
    const record = await this.#options.exposures.getConnection(connectionId);
    if (!record) {
      throw new NotFoundError(`There is no connection '${connectionId}'`);
    }
    return record;
  }

  async #subjectOf(
    record: InboxRecord,
    verdict: Verdict,
    actor: DecisionActor,
  ): Promise<DecisionSubject> {
    const { connection } = record.connection;
    const { entityRef, claim, kind } = record.exposure.summary;
    const { settings } = this.#options;
    const isAsked = settings.fourEyes && verdict === 'approve';
    return {
      connectionId: connection.id,
      state: connection.state,
      kind,
      consumer: connection.consumer,
      entityRef,
      claim,
      involvement:
        isAsked && actor.type === 'user'
          ? await this.#involvementOf(actor.userEntityRef, entityRef)
          : { type: 'uninvolved' },
    };
  }

  /** Else it would be enough to take the tag off, or to name the resource a second time, and nobody was involved. */
  async #involvementOf(
    userEntityRef: string,
    entityRef: string | undefined,
  ): Promise<Involvement> {
    return entityRef === undefined
      ? {
          type: 'unknown',
          reason:
            'the exposure belongs to no entity, whose pull requests would tell; put the owner tag on it',
        }
      : this.#options.involvement.involvementOf(userEntityRef, entityRef);
  }

  async #actorOf(credentials: BackstageCredentials): Promise<DecisionActor> {
    const { userInfo } = this.#options;
    const info = await userInfo.getUserInfo(credentials).catch(error => {
      throw new NotAllowedError('Only people decide on connections', error);
    });
    return { type: 'user', ...info };
  }
}

function doubtIn({ involvement }: DecisionSubject): string | undefined {
  return involvement.type === 'unknown' ? involvement.reason : undefined;
}

function toSeen(
  { connection, exposure }: InboxRecord,
  state: SeenConnection['state'],
): SeenConnection {
  return {
    provider: connection.provider,
    scopeId: connection.ref.scopeId,
    exposureNativeId: connection.ref.exposureNativeId,
    exposureName: exposure.summary.name,
    nativeId: connection.ref.nativeId,
    consumer: connection.connection.consumer,
    state,
  };
}
