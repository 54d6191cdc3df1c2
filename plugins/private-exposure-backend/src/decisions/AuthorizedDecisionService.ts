import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  connectionApprovePermission,
  connectionRejectPermission,
  connectionRemovePermission,
  type Decision,
  type DecisionPage,
  exposureReadPermission,
  type ListDecisionsOptions,
  type Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import type { EntityDirectory } from '../entities/EntityDirectory';
import type { ExposureVisibility } from '../exposures/ExposureVisibility';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import { toExposureResource } from '../permissions/exposureResource';
import type {
  CallerOptions,
  DecideRequest,
  DecisionService,
} from './DecisionService';
import type { DefaultDecisionService } from './DefaultDecisionService';

/** Which permission a verdict asks for. @internal */
export const permissionForVerdict: Record<Verdict, ResourcePermission> = {
  approve: connectionApprovePermission,
  reject: connectionRejectPermission,
  remove: connectionRemovePermission,
};

/** What {@link AuthorizedDecisionService} needs. @internal */
export interface AuthorizedDecisionServiceOptions {
  /** Does the work. */
  decisions: DefaultDecisionService;
  /** Says what the work is about. */
  exposures: Pick<
    ExposureReader,
    'getConnection' | 'getExposureRecord' | 'getConsumerAccounts'
  >;
  /** Says who owns an entity now. */
  entities: Pick<EntityDirectory, 'ownersOf'>;
  /** For whom an exposure is there at all. */
  visibility: Pick<ExposureVisibility, 'shows'>;
  /** Asks the policy. */
  access: ExposureAccess;
}

/**
 * Lets verdicts pass whose caller may give them, and shows decisions to those who may read the exposure.
 *
 * @internal
 */
export class AuthorizedDecisionService implements DecisionService {
  readonly #options: AuthorizedDecisionServiceOptions;

  private constructor(options: AuthorizedDecisionServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedDecisionServiceOptions,
  ): AuthorizedDecisionService {
    return new AuthorizedDecisionService(options);
  }

  async decide(
    request: DecideRequest,
    caller: CallerOptions,
  ): Promise<Decision> {
    const { exposures, entities, visibility, access, decisions } =
      this.#options;
    const notFound = new NotFoundError(
      `There is no connection '${request.connectionId}'`,
    );
    const record = await exposures.getConnection(request.connectionId);
    if (!record) throw notFound;
    const { id: exposureId, entityRef } = record.exposure.summary;
    const { consumer } = record.connection.connection;
    caller.note?.({
      exposureId,
      entityRef: entityRef ?? null,
      account: consumer.account,
    });
    if (!(await visibility.shows(entityRef, caller.credentials))) {
      throw notFound;
    }
    // The store's owners are a minute old at most; whoever lost the entity a moment ago must not let anybody in.
    const ownedBy = entityRef ? await entities.ownersOf(entityRef) : [];
    const resource = toExposureResource({ ...record.exposure, ownedBy }, [
      consumer.account,
    ]);
    const permission = permissionForVerdict[request.verdict];
    const asked = [exposureReadPermission, permission];
    const granted = await access.of(caller.credentials, asked);
    if (!asked.every(each => granted.can(each, resource))) {
      throw new NotAllowedError(
        `You may not ${request.verdict} connections of this exposure: it needs the permission '${permission.name}'`,
      );
    }
    const decision = await decisions.decide(request, caller, {
      entityRef: entityRef ?? null,
    });
    caller.note?.({ decisionId: decision.id, status: decision.status });
    return decision;
  }

  async getDecision(id: string, caller: CallerOptions): Promise<Decision> {
    const { exposures, visibility, access, decisions } = this.#options;
    const decision = await decisions.getDecision(id);
    const { connectionId, exposureId, entityRef = null } = decision;
    caller.note?.({ connectionId, exposureId, entityRef });
    if (!(await visibility.shows(entityRef ?? undefined, caller.credentials))) {
      throw new NotFoundError(`There is no decision '${id}'`);
    }
    const granted = await access.of(caller.credentials, [
      exposureReadPermission,
    ]);
    const filter = granted.filterFor(exposureReadPermission);
    // Without conditions nothing has to be known of the exposure, which may be long gone.
    if (filter && !filter.permitted) return decision;

    const record = await exposures.getExposureRecord(exposureId);
    const resource =
      record &&
      toExposureResource(
        record,
        await exposures.getConsumerAccounts(exposureId),
      );
    if (!resource || !granted.can(exposureReadPermission, resource)) {
      throw new NotAllowedError(
        `You may not read the exposure that decision '${id}' is about`,
      );
    }
    return decision;
  }

  async listDecisions(
    query: ListDecisionsOptions,
    caller: CallerOptions,
  ): Promise<DecisionPage> {
    const { access, decisions } = this.#options;
    const granted = await access.of(caller.credentials, [
      exposureReadPermission,
    ]);
    const filter = granted.requireFilterFor(exposureReadPermission);
    return decisions.listDecisions({ ...query, ...filter });
  }
}
