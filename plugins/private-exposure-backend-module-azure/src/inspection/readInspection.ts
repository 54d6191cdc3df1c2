import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import { isFrontDoorId, isPrivateLinkServiceId } from '../mapping/resourceIds';
import type { AzureInspection, ServiceInspection } from './AzureInspection';
import type { InspectionContext } from './InspectionContext';
import { readConsumers } from './readConsumers';
import { readFrontDoor } from './readFrontDoor';
import { readLinkResourceInspection } from './readLinkResourceInspection';
import { readNatAddresses } from './readNatAddresses';
import { readServicePath } from './readService';

/**
 * Reads everything that the rules and the path of one exposure are made from.
 *
 * @throws NotFoundError if the exposure does not exist any more.
 * @internal
 */
export async function readInspection(
  target: InspectionTarget,
  context: InspectionContext,
): Promise<AzureInspection> {
  const { nativeId } = target.exposure;
  if (isFrontDoorId(nativeId)) return readFrontDoor(target, context);
  return isPrivateLinkServiceId(nativeId)
    ? readService(target, context)
    : readLinkResourceInspection(target, context);
}

async function readService(
  { exposure, connections }: InspectionTarget,
  context: InspectionContext,
): Promise<ServiceInspection> {
  const [path, consumers] = await Promise.all([
    readServicePath(exposure.nativeId, context.clients, context),
    readConsumers(connections, context),
  ]);
  return {
    type: 'service',
    scope: context.scope,
    path,
    natAddresses: await readNatAddresses(path.service, context),
    consumers,
    connections,
  };
}
