import {
  type AzureClusterProfile,
  type AzureFrontDoorInput,
  toResourceName,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { FrontDoorInput } from '../actions/azureFrontDoorInput';
import { toAzureInfrastructure } from './toAzureInfrastructure';

/** What the intent of a Front Door is made of, apart from its request. @internal */
export interface AzureFrontDoorSources {
  /** Reference of the entity that is published, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Name of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that the service runs in. */
  profile: AzureClusterProfile;
  /** The action's input. */
  input: FrontDoorInput;
}

/**
 * Makes the intent of a service behind Azure Front Door. Subscription and location are those of the cluster, and a
 * private link service that is named without an id is taken to be beside the cluster's load balancers. Nothing is checked
 * here: the builder does that.
 *
 * @internal
 */
export function toAzureFrontDoorInput(
  sources: AzureFrontDoorSources,
): Omit<AzureFrontDoorInput, 'requestMessage'> {
  const { entityRef, entityName, profile, input } = sources;
  const { origin, healthProbe } = input;
  const name = input.name || toResourceName(entityName);
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    reason: input.reason || undefined,
    name,
    subscription: profile.subscription,
    resourceGroup: input.resourceGroup,
    origin: {
      privateLinkServiceId: toServiceId(
        profile,
        origin.privateLinkService || toResourceName(entityName),
      ),
      location: origin.location || profile.location,
      hostName: origin.hostName,
      // A form's empty text field means that nothing was asked for.
      hostHeader: origin.hostHeader || undefined,
      protocol: origin.protocol,
      port: origin.port,
    },
    healthProbe: healthProbe && {
      ...healthProbe,
      path: healthProbe.path || undefined,
    },
    patterns: input.patterns?.length ? input.patterns : undefined,
    customDomain: toCustomDomain(input),
    infrastructure: toAzureInfrastructure(input.infrastructure, {
      ...{ folder: input.folder, defaultName: 'front-door' },
    }),
  };
}

function toServiceId(profile: AzureClusterProfile, idOrName: string): string {
  return idOrName.startsWith('/')
    ? idOrName
    : `/subscriptions/${profile.subscription}/resourceGroups/${profile.resourceGroup}/providers/Microsoft.Network/privateLinkServices/${idOrName}`;
}

function toCustomDomain({
  customDomain,
}: FrontDoorInput): AzureFrontDoorInput['customDomain'] {
  if (!customDomain?.hostName) return undefined;
  const {
    hostName,
    certificate,
    vaultId = '',
    certificateName = '',
  } = customDomain;
  return {
    hostName,
    certificate:
      certificate === 'own'
        ? { type: 'own', vaultId, certificateName }
        : { type: 'managed' },
  };
}
