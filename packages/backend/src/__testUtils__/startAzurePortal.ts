import type { JsonObject } from '@backstage/types';
import {
  ANNOTATION_AZURE_FRONT_DOOR,
  ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { FrontDoorProfile, PrivateEndpoint, Sandbox } from 'sandbox';
import { azureCloud, type AzureStory } from './clouds/azureCloud';
import { startPortal } from './startPortal';
import { component } from './storyEntities';

/** A web app or the like of `webapp`, by its type, at which an endpoint of the partner waits. */
export interface SeededResource {
  type: string;
  groupId: string;
  /** Whether it bears the owner's tag; one that does not is named by the entity only. */
  isTagged?: boolean;
}

/** The story of all clouds, and what no other cloud has. */
interface WiderAzureStory extends AzureStory {
  /** A Front Door that bears nobody's tag. */
  frontDoor: FrontDoorProfile;
  /** What the configuration names, each with the endpoint that waits there. */
  resources: { id: string; endpoint: PrivateEndpoint }[];
}

function tellMore(
  sandbox: Sandbox,
  resources: readonly SeededResource[],
): WiderAzureStory {
  const story = azureCloud.tell(sandbox);
  const { subscriptionId, resourceGroup, location } = story.ledger;
  const place = { subscriptionId, resourceGroup, location };
  const frontDoor = sandbox.azure.frontDoors.putProfile({
    ...place,
    name: 'fd-Shop',
    location: 'global',
    sku: 'Premium_AzureFrontDoor',
  });
  const [{ account: partner }] = story.waiting;
  const seeded = resources.map(({ type, groupId, isTagged = true }) => {
    const { id } = sandbox.azure.linkTargets.addTarget({
      ...place,
      type,
      name: 'Webapp',
      groupIds: [groupId],
      tags: isTagged
        ? { 'backstage-entity-ref': 'component:default/webapp' }
        : undefined,
    });
    const endpoint = sandbox.azure.connect({
      subscriptionId: partner,
      target: id,
      groupIds: [groupId],
      requestMessage: 'Globex would like to use it',
    });
    return { id, endpoint };
  });
  return {
    ...story,
    frontDoor,
    resources: seeded,
    providerConfig: story.configNaming(seeded.map(({ id }) => id)),
  };
}

/** The portal in front of the Azure of all tests, with a Front Door and with resources that the configuration names. */
export async function startAzurePortal(options: {
  knex: Knex;
  resources?: SeededResource[];
  /** Laid over how decisions are made. */
  decisions?: JsonObject;
}) {
  const { resources = [], ...others } = options;
  return startPortal({
    ...others,
    cloud: { ...azureCloud, tell: sandbox => tellMore(sandbox, resources) },
    entities: story => [
      // As the portal of Azure shows it, which is another case than its answers'.
      component('shop', 'team-a', {
        [ANNOTATION_AZURE_FRONT_DOOR]: story.frontDoor.id.toUpperCase(),
      }),
      component('webapp', 'team-a', {
        [ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE]: story.resources
          .map(({ id }) => id)
          .join(', '),
      }),
    ],
  });
}

/** A running portal. */
export type AzurePortal = Awaited<ReturnType<typeof startAzurePortal>>;
