import type { Profile } from '@azure/arm-cdn';
import { NotFoundError } from '@backstage/errors';
import {
  type InspectionTarget,
  mapWithLimit,
  type SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { FACT_DESCRIPTION } from '../mapping/toSurveyedConnection';
import {
  canonicalId,
  isPrivateLinkServiceId,
  nameInId,
  parentId,
  readResourceId,
} from '../mapping/resourceIds';
import { type FrontDoorOrigin, readFrontDoorParts } from '../survey/FrontDoor';
import type {
  FrontDoorInspection,
  InspectedOrigin,
  Seen,
} from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look, lookElsewhere, seenOr } from './look';
import { chooseOwnConnection } from './chooseOwnConnection';
import { readFirewalls } from './readFirewalls';
import { readOriginConnection } from './readOriginConnection';
import { readServedDomains } from './readServedDomains';
import { readServicePath } from './readService';

/**
 * Reads everything that the rules and the path of one Front Door are made from.
 *
 * @throws NotFoundError if the profile does not exist any more.
 * @internal
 */
export async function readFrontDoor(
  { exposure, connections }: InspectionTarget,
  context: InspectionContext,
): Promise<FrontDoorInspection> {
  const { clients, signal } = context;
  const profile = await readProfile(exposure.nativeId, context);
  const [parts, firewalls] = await Promise.all([
    readFrontDoorParts(profile, clients.cdn, signal),
    look(() => readFirewalls(exposure.nativeId, context)),
  ]);
  if (!parts) throw gone(exposure.nativeId);
  const [origins, domains] = await Promise.all([
    goOn(parts.origins, found =>
      mapWithLimit(found, LOOKS_AT_ONCE, origin =>
        readOrigin(origin, connections, context),
      ),
    ),
    goOn(parts.endpoints, found =>
      readServedDomains(exposure.nativeId, found, context),
    ),
  ]);
  return {
    type: 'front-door',
    scope: context.scope,
    profile: {
      id: exposure.nativeId,
      name: exposure.name,
      state: profile.resourceState ?? '',
      sku: profile.sku?.name ?? '',
      endpoints: parts.endpoints,
    },
    origins,
    domains,
    firewalls,
    connections,
  };
}

async function readProfile(
  id: string,
  { clients, signal }: InspectionContext,
): Promise<Profile> {
  const { resourceGroup, names } = readResourceId(id);
  try {
    return await clients.cdn.profiles.get(resourceGroup, names[0], {
      abortSignal: signal,
    });
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw gone(id);
  }
}

function gone(id: string): NotFoundError {
  return new NotFoundError(
    `Front Door '${nameInId(id)}' does not exist any more`,
  );
}

/** Looks on from what was seen; of what was not, the rest cannot be seen either. */
async function goOn<Value, Result>(
  seen: Seen<Value>,
  read: (value: Value) => Promise<Result>,
): Promise<Seen<Result>> {
  return seen.type === 'seen' ? look(() => read(seen.value)) : seen;
}

async function readOrigin(
  origin: FrontDoorOrigin,
  connections: readonly SurveyedConnection[],
  context: InspectionContext,
): Promise<InspectedOrigin> {
  const link = origin.privateLink;
  if (!link) return { origin };
  const { resourceId } = link;
  if (!isPrivateLinkServiceId(resourceId) && !context.isNamed(resourceId)) {
    const mine = chooseOwnConnection(
      link,
      connections.filter(
        ({ nativeId }) => parentId(nativeId) === canonicalId(resourceId),
      ),
      ({ nativeState, facts, consumer }) => ({
        status: nativeState,
        description: facts.find(({ label }) => label === FACT_DESCRIPTION)
          ?.value,
        region: consumer.region,
      }),
    );
    return { origin, connectionStatus: mine?.nativeState };
  }
  const { subscriptionId } = readResourceId(resourceId);
  const owner = context.elsewhere(subscriptionId);
  if (!owner) return { origin };
  const other = { subscriptionId, signal: context.signal };
  const [path, connection] = await Promise.all([
    isPrivateLinkServiceId(resourceId)
      ? lookElsewhere(other, () => readServicePath(resourceId, owner, context))
      : undefined,
    lookElsewhere(other, () =>
      readOriginConnection(link, owner, context.signal),
    ),
  ]);
  return { origin, path, connectionStatus: seenOr(connection)?.status };
}
