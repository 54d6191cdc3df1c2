import type { PrivateEndpoint } from '@azure/arm-network';
import {
  mapWithLimit,
  type SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { parseResourceId, type ResourceId } from '../mapping/resourceIds';
import type { InspectedConsumer } from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { lookElsewhere } from './look';

/** Most consumers that are looked at in one inspection. */
const MOST_CONSUMERS = 20;

/**
 * Looks at the private endpoints of consumers in subscriptions of ours.
 *
 * @internal
 */
export async function readConsumers(
  connections: readonly SurveyedConnection[],
  context: InspectionContext,
): Promise<InspectedConsumer[]> {
  const ours = connections.flatMap(connection => {
    const id = parseResourceId(connection.consumer.endpointId);
    const owner = id && context.elsewhere(id.subscriptionId);
    return owner ? [{ connection, id, owner }] : [];
  });
  return mapWithLimit(
    ours.slice(0, MOST_CONSUMERS),
    LOOKS_AT_ONCE,
    async ({ connection, id, owner }) => ({
      connection,
      endpoint: await lookElsewhere(
        { subscriptionId: id.subscriptionId, signal: context.signal },
        () => read(id, owner.network, context.signal),
      ),
    }),
  );
}

async function read(
  { resourceGroup, names }: ResourceId,
  network: InspectionContext['clients']['network'],
  abortSignal: AbortSignal,
) {
  try {
    const endpoint = await network.privateEndpoints.get(
      resourceGroup,
      names[0],
      { abortSignal },
    );
    return toConsumerEndpoint(endpoint);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A private endpoint as the rules read it. It has one connection, asked for with or without a right to approve it.
 *
 * @internal
 */
export function toConsumerEndpoint(endpoint: PrivateEndpoint): {
  state: string;
  connectionStatus: string;
} {
  const [connection] = [
    ...(endpoint.manualPrivateLinkServiceConnections ?? []),
    ...(endpoint.privateLinkServiceConnections ?? []),
  ];
  return {
    state: endpoint.provisioningState ?? '',
    connectionStatus:
      connection?.privateLinkServiceConnectionState?.status ?? '',
  };
}
