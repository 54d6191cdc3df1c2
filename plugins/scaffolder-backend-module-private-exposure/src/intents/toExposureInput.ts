import type {
  AwsPrivateLinkExposureInput,
  ClusterProfile,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { GenerateInput } from '../actions/generateInput';
import { inFolder } from '../workspace/inFolder';
import { toResourceName } from './toResourceName';

type Part<K extends keyof AwsPrivateLinkExposureInput> = NonNullable<
  AwsPrivateLinkExposureInput[K]
>;

/** What an intent is made of: what was typed, and what is known for sure. @internal */
export interface ExposureIntentSources {
  /** Reference of the entity that was found in the catalog. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Profile of the cluster that was chosen. */
  profile: ClusterProfile;
  /** The action's input. */
  input: GenerateInput;
}

/**
 * Makes the intent of an exposure. Account, region, subnets and security groups come from the cluster's profile and
 * the owner from the catalog, never from the form. Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toExposureInput(
  sources: ExposureIntentSources,
): AwsPrivateLinkExposureInput {
  const { entityRef, profile, input } = sources;
  const service = toService(sources);
  return {
    entityRef,
    reason: input.reason || undefined,
    cluster: profile.name,
    partition: profile.partition,
    account: profile.account,
    region: profile.region,
    manifest: toManifest(input, profile, service.name),
    service,
    loadBalancer: {
      ...input.loadBalancer,
      subnets: profile.subnets.map(subnet => subnet.id),
      securityGroups: toSecurityGroups(profile),
    },
    endpointService: toEndpointService(input, service.name),
    infrastructure: toInfrastructure(input),
  };
}

function toService(sources: ExposureIntentSources): Part<'service'> {
  const { service = {} } = sources.input;
  const name = service.name || sources.entityName;
  return { ...service, name, namespace: service.namespace || name };
}

function toManifest(
  { manifest = {}, folder }: GenerateInput,
  profile: ClusterProfile,
  serviceName: string,
): Part<'manifest'> {
  const controller = profile.controller.type;
  const path = inFolder(folder, manifest.path || `k8s/${serviceName}.yaml`);
  const { form = 'service', gatewayClassName } = manifest;
  if (form === 'service') return { form: controller, path, gatewayClassName };
  const isServiceForm = form === 'in-tree' || form.startsWith('aws-');
  return {
    form,
    path,
    gatewayClassName,
    controller: isServiceForm ? undefined : controller,
  };
}

function toSecurityGroups(
  profile: ClusterProfile,
): Part<'loadBalancer'>['securityGroups'] {
  const ids = profile.securityGroups.map(group => group.id);
  return ids.length > 0 ? { type: 'explicit', ids } : { type: 'managed' };
}

function toEndpointService(
  { endpointService = {} }: GenerateInput,
  serviceName: string,
): Part<'endpointService'> {
  const { principals, privateDnsName, notificationTopicArn } = endpointService;
  return {
    name: endpointService.name || toResourceName(serviceName),
    acceptanceRequired: endpointService.acceptanceRequired,
    grants: principals?.map(principal => ({ principal })),
    // A form's empty text field means that nothing was asked for.
    privateDns: privateDnsName ? { name: privateDnsName } : undefined,
    supportedRegions: endpointService.supportedRegions,
    notification: notificationTopicArn
      ? { topicArn: notificationTopicArn }
      : undefined,
  };
}

function toInfrastructure({
  infrastructure = {},
  folder,
}: GenerateInput): Part<'infrastructure'> {
  const { format = 'terraform' } = infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'yaml';
  const path = infrastructure.path || `infra/privatelink.${extension}`;
  return { format, path: inFolder(folder, path) };
}
