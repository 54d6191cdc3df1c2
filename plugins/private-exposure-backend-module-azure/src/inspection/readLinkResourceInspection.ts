import { NotFoundError } from '@backstage/errors';
import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import { readLinkResource } from '../survey/surveyLinkResource';
import type { LinkResourceInspection } from './AzureInspection';
import type { InspectionContext } from './InspectionContext';
import { readConsumers } from './readConsumers';

/**
 * Reads everything that the rules and the path of one private-link resource are made from: the resource, and its
 * consumers' endpoints in subscriptions of ours.
 *
 * @throws NotFoundError if the resource does not exist any more.
 * @internal
 */
export async function readLinkResourceInspection(
  { exposure, connections }: InspectionTarget,
  context: InspectionContext,
): Promise<LinkResourceInspection> {
  const { clients, scope, signal } = context;
  const [resource, consumers] = await Promise.all([
    readLinkResource(exposure.nativeId, clients.arm, signal),
    readConsumers(connections, context),
  ]);
  if (!resource) {
    throw new NotFoundError(
      `Resource '${exposure.nativeId}' does not exist any more`,
    );
  }
  return { type: 'resource', scope, resource, consumers, connections };
}
