import { ClusterProfile } from '../intents/clusterProfile';
import { AwsPrivateLinkExposureInput } from '../intents/exposure';
import { ExposureRequest } from './ExposureRequest';
import { inFolder } from './inFolder';
import { toResourceName } from './toResourceName';

type Part<K extends keyof AwsPrivateLinkExposureInput> = NonNullable<
  AwsPrivateLinkExposureInput[K]
>;

/** What an intent is made of: what was asked for, and what is known for sure. @public */
export interface ExposureSources {
  /** Reference of the entity that was found in the catalog. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that was chosen. */
  profile: ClusterProfile;
  /** What was asked for. */
  request: ExposureRequest;
}

/**
 * Makes the intent of an exposure. Account, region, subnets and security groups come from the cluster's profile and
 * the owner from the catalog, never from the request. Nothing is checked here: the builder does that.
 *
 * @public
 */
export function toExposureInput(
  sources: ExposureSources,
): AwsPrivateLinkExposureInput {
  const { entityRef, profile, request } = sources;
  const service = toService(sources);
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    reason: request.reason || undefined,
    cluster: profile.name,
    partition: profile.partition,
    account: profile.account,
    region: profile.region,
    manifest: toManifest(request, profile, service.name),
    service,
    loadBalancer: {
      ...request.loadBalancer,
      subnets: profile.subnets.map(subnet => subnet.id),
      securityGroups: toSecurityGroups(profile),
    },
    endpointService: toEndpointService(request, service.name),
    infrastructure: toInfrastructure(request),
  };
}

function toService(sources: ExposureSources): Part<'service'> {
  const { service = {} } = sources.request;
  const name = service.name || sources.entityName;
  return { ...service, name, namespace: service.namespace || name };
}

function toManifest(
  { manifest = {}, folder }: ExposureRequest,
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
  { endpointService = {} }: ExposureRequest,
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
}: ExposureRequest): Part<'infrastructure'> {
  const { format = 'terraform' } = infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'yaml';
  const path = infrastructure.path || `infra/privatelink.${extension}`;
  return { format, path: inFolder(folder, path) };
}
