import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readResourceId } from '../mapping/resourceIds';
import type { InspectedService, Seen } from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { lookElsewhere, notOurs } from './look';

/**
 * The addresses that a private link service's traffic comes from, for firewalls behind it. Where all were chosen, they
 * stand in its own answer; otherwise its network interfaces are asked, one call each. Without their role the addresses
 * stay unknown, and everything else is inspected.
 *
 * @internal
 */
export async function readNatAddresses(
  service: InspectedService,
  context: InspectionContext,
): Promise<Seen<string[]>> {
  const { chosenNatAddresses, natAddresses, networkInterfaceIds } = service;
  if (chosenNatAddresses.length === natAddresses)
    return { type: 'seen', value: chosenNatAddresses };
  const looks = await mapWithLimit(networkInterfaceIds, LOOKS_AT_ONCE, id =>
    readInterface(id, context),
  );
  const unseen = looks.find(look => look.type === 'unseen');
  if (unseen) return unseen;
  const found = looks.flatMap(look => (look.type === 'seen' ? look.value : []));
  return { type: 'seen', value: [...new Set(found)] };
}

async function readInterface(
  id: string,
  { elsewhere, signal }: InspectionContext,
): Promise<Seen<string[]>> {
  const { subscriptionId, resourceGroup, names } = readResourceId(id);
  const owner = elsewhere(subscriptionId);
  if (!owner) return notOurs(subscriptionId);
  return lookElsewhere({ subscriptionId, signal }, async () => {
    const { ipConfigurations = [] } = await owner.network.networkInterfaces.get(
      resourceGroup,
      names[0],
      { abortSignal: signal },
    );
    return ipConfigurations.flatMap(
      ({ privateIPAddress }) => privateIPAddress ?? [],
    );
  });
}
