import {
  type ConnectionChange,
  takesConnections,
} from '@postern/backstage-plugin-private-exposure-common';
import { toKey } from '../database/conversion';
import type { StoredChange } from './ChangeStore';
import type {
  AskingConnection,
  KnownRequests,
  RequestingExposure,
} from './RequestedChange';

/** The change whose request id a connection carries. @internal */
export interface RequestMatch {
  change: ConnectionChange;
  /** Another connection carries the id too: one of them is not the change's, and nothing tells which. */
  isContested: boolean;
}

/**
 * The change whose request id a connection carries, if everything we can tell speaks for it.
 *
 * @remarks
 * Whoever can read a pull request can read its id and ask with it. So:
 *
 * - only a connection that waits has the text that its consumer asked with;
 * - of two connections with one id, one is not the change's, and we cannot tell which: both are contested, and neither is
 *   shown as its;
 * - where the change made something that asks itself, such as a Front Door, that exposure must belong to the change's
 *   entity, and say in the cloud that it asks with this id, at this exposure. Its endpoint belongs to the cloud's
 *   operator: one in an account that is surveyed is somebody else's;
 * - where both sides name the endpoint's region, it must be the same. Azure may leave it out at the connection
 *   (Microsoft.Network: `privateEndpointLocation` is optional, and in no published example); what is unknown speaks
 *   neither for it nor against it.
 *
 * Nothing is decided by it.
 *
 * @internal
 */
export function matchRequest(
  asking: AskingConnection,
  known: KnownRequests,
): RequestMatch | undefined {
  const { connection, requestId } = asking;
  if (connection.state !== 'pending' || !requestId) return undefined;
  const change = known.changes.find(one => one.requestId === requestId);
  if (!change) return undefined;
  const { id, title, url, state, kind, purpose } = change;
  if (purpose === 'consume') {
    const isContested = known.connections.some(
      other => other.requestId === requestId && other.id !== connection.id,
    );
    return { change: { id, title, url, state }, isContested };
  }
  if (!kind || takesConnections(kind)) return undefined;
  const origin = findOrigin(asking, change, known);
  return (
    origin && {
      change: {
        ...{ id, title, url, state },
        origin: {
          ...{ exposureId: origin.id, kind: origin.kind, name: origin.name },
          // Only what both sides say is evidence.
          region: origin.region && asking.connection.consumer.region,
        },
      },
      isContested: hasRival(asking, origin, known),
    }
  );
}

function findOrigin(
  { connection, requestId, ref }: AskingConnection,
  change: StoredChange,
  { exposures, ownAccounts }: KnownRequests,
): RequestingExposure | undefined {
  const { account, region } = connection.consumer;
  if (ownAccounts.has(account)) return undefined;
  const candidates = exposures.filter(
    exposure =>
      exposure.requestId === requestId &&
      // What has no exposure of its own is shown with the one that asks.
      (exposure.targetKey === toKey(ref.exposureNativeId) ||
        exposure.id === connection.exposureId) &&
      exposure.kind === change.kind &&
      exposure.entityRef === change.entityRef &&
      isSameOrUnknown(exposure.region, region),
  );
  return (
    candidates.find(exposure => exposure.region === region) ?? candidates[0]
  );
}

function isSameOrUnknown(left?: string, right?: string): boolean {
  return left === undefined || right === undefined || left === right;
}

/** An origin asks from each of its regions once; of two without a known region, either may be its. */
function hasRival(
  { connection, requestId }: AskingConnection,
  origin: RequestingExposure,
  { connections }: KnownRequests,
): boolean {
  const { region } = connection.consumer;
  return connections.some(
    other =>
      other.requestId === requestId &&
      other.exposureId === connection.exposureId &&
      other.id !== connection.id &&
      (origin.region === undefined || isSameOrUnknown(other.region, region)),
  );
}
