import type { Subnet } from '@azure/arm-network';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { canonicalId, readResourceId } from '../mapping/resourceIds';
import type { InspectedSubnet, SubnetDescription } from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look, notOurs } from './look';

/**
 * Looks at subnets, each once.
 *
 * @param ids - As Azure spells them.
 * @internal
 */
export async function readSubnets(
  ids: readonly string[],
  context: InspectionContext,
): Promise<InspectedSubnet[]> {
  const distinct = [...new Map(ids.map(id => [canonicalId(id), id])).values()];
  return mapWithLimit(distinct, LOOKS_AT_ONCE, async id => {
    const { subscriptionId } = readResourceId(id);
    const owner = context.elsewhere(subscriptionId);
    const description = owner
      ? await look(() => read(id, owner.network, context.signal))
      : notOurs(subscriptionId);
    return { id, description };
  });
}

async function read(
  id: string,
  network: InspectionContext['clients']['network'],
  abortSignal: AbortSignal,
): Promise<SubnetDescription | undefined> {
  const { resourceGroup, names } = readResourceId(id);
  const [virtualNetwork, subnet] = names;
  try {
    return toSubnetDescription(
      await network.subnets.get(resourceGroup, virtualNetwork, subnet, {
        abortSignal,
      }),
    );
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A subnet as the rules read it.
 *
 * @internal
 */
export function toSubnetDescription(subnet: Subnet): SubnetDescription {
  return {
    cidr: subnet.addressPrefix ?? subnet.addressPrefixes?.join(', '),
    linkServicePolicies: subnet.privateLinkServiceNetworkPolicies,
  };
}
