import { InputError } from '@backstage/errors';
import {
  type AzureClusterProfile,
  type AzurePrivateLinkConsumerInput,
  toResourceName,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { AzureConsumeInput } from '../actions/azureConsumeInput';
import { toAzureInfrastructure } from './toAzureInfrastructure';

/** What a consumer's intent is made of, apart from its request. @internal */
export interface AzureConsumerInputSources {
  /** Reference of the entity that connects, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Name of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Reference of the entity that provides the service, where it is in the catalog. */
  providerEntityRef?: string;
  /** Profile of the cluster that connects. */
  profile: AzureClusterProfile;
  /** The action's input. */
  input: AzureConsumeInput;
}

/**
 * Makes the intent of a consumer's private endpoint. Subscription and location come from the cluster's profile, and the
 * network too unless the input names another.
 *
 * @throws InputError where neither the input nor the profile names a network or subnet.
 *
 * @internal
 */
export function toAzureConsumerInput(
  sources: AzureConsumerInputSources,
): Omit<AzurePrivateLinkConsumerInput, 'requestMessage'> {
  const { entityRef, profile, input } = sources;
  const { privateDns } = input;
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    providerEntityRef: sources.providerEntityRef,
    reason: input.reason || undefined,
    name: input.name || toResourceName(sources.entityName, '-private-link'),
    subscription: profile.subscription,
    resourceGroup: input.resourceGroup,
    location: profile.location,
    service: input.service.startsWith('/')
      ? { id: input.service }
      : { alias: input.service },
    network: toNetwork(profile, input),
    // A form's empty text field means that nothing was asked for.
    privateDns: privateDns?.zone
      ? {
          zone: privateDns.zone,
          record: privateDns.record || '@',
          existingResourceGroup: privateDns.existingResourceGroup || undefined,
        }
      : undefined,
    infrastructure: toAzureInfrastructure(input.infrastructure, {
      ...{ folder: input.folder, defaultName: 'private-endpoint' },
    }),
  };
}

function toNetwork(
  profile: AzureClusterProfile,
  { network = {} }: AzureConsumeInput,
): AzurePrivateLinkConsumerInput['network'] {
  const vnet = network.vnet || profile.vnet;
  const subnet = network.subnet || profile.defaultSubnet;
  const lacks = (field: string, key: string) =>
    new InputError(
      `network.${field}: is needed, for the profile of '${profile.name}' names none; give it, or set 'privateExposure.clusters.${profile.name}.${key}'`,
    );
  if (!vnet) throw lacks('vnet', 'vnet');
  if (!subnet) throw lacks('subnet', 'defaultSubnet');
  return {
    resourceGroup: network.resourceGroup || profile.resourceGroup,
    vnet,
    subnet,
  };
}
