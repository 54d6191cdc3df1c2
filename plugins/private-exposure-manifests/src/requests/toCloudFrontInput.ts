import { AwsCloudFrontInput } from '../intents/awsCloudFront';
import { ClusterProfile } from '../intents/clusterProfile';
import { externalDnsContextOf } from '../plan/externalDns';
import { CloudFrontRequest } from './CloudFrontRequest';
import { inFolder } from './inFolder';
import { toPublicRoute } from './toPublicRoute';
import { toResourceName } from './toResourceName';

/** What the intent of a publication is made of: what was asked for, and what is known for sure. @public */
export interface CloudFrontSources {
  /** Reference of the entity that is published, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that the service runs in. */
  profile: ClusterProfile;
  /** What was asked for. */
  request: CloudFrontRequest;
}

type Part<K extends keyof AwsCloudFrontInput> = NonNullable<
  AwsCloudFrontInput[K]
>;
type Service = Part<'service'>;
type Origin = Part<'origin'>;

/** Longest name that a distribution's parts may have. @public */
export const MAX_CLOUDFRONT_NAME = 40;

/**
 * Makes the intent of a service behind CloudFront. Account, region, VPC, subnets and what external-dns reads come from the
 * cluster's profile and the owner from the catalog, never from the request. Nothing is checked here: the builder does that.
 *
 * @public
 */
export function toCloudFrontInput(
  sources: CloudFrontSources,
): AwsCloudFrontInput {
  const { entityRef, entityName, profile, request } = sources;
  const service = toService(sources);
  const { infrastructure = {}, manifest = {}, folder } = request;
  const isTemplate = /\.(json|ya?ml)$/.test(infrastructure.path ?? '');
  const { format = isTemplate ? 'cloudformation' : 'terraform' } =
    infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'json';
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    // A form's empty text field means that nothing was asked for.
    reason: request.reason || undefined,
    name:
      request.name || toResourceName(entityName.slice(0, MAX_CLOUDFRONT_NAME)),
    cluster: profile.name,
    account: profile.account,
    region: profile.region,
    externalDnsPrefix: externalDnsContextOf(profile)?.prefix,
    hostNames: request.hostNames,
    zone: request.zone || (request.hostNames[0] ?? '').replace(/^[^.]*\./, ''),
    paths: request.paths?.length
      ? request.paths.map(path => ({ path }))
      : undefined,
    port: request.port ?? service.ports?.[0]?.port,
    service,
    manifest: {
      path: inFolder(folder, manifest.path || `k8s/${service.name}.yaml`),
      ingressClassName:
        manifest.ingressClassName || profile.ingressClass || undefined,
    },
    origin: toOrigin(sources, service),
    caching: request.caching,
    redirectHttp: request.redirectHttp,
    tlsPolicy: request.tlsPolicy,
    webAcl: toWebAcl(request),
    logs: toLogs(request),
    infrastructure: {
      format,
      path: inFolder(
        folder,
        infrastructure.path || `infra/cloudfront.${extension}`,
      ),
    },
  };
}

function toService({ entityName, request }: CloudFrontSources): Service {
  const { service = {} } = request;
  const name = service.name || entityName;
  return { ...service, name, namespace: service.namespace || name };
}

function toOrigin(
  { profile, request }: CloudFrontSources,
  service: Service,
): Origin {
  const { origin = {} } = request;
  if (origin.type === 'public-entrance') {
    const { secretHeader, certificateArn } = origin;
    return {
      type: 'public-entrance',
      hostName: origin.hostName ?? '',
      route: toPublicRoute(origin.route, {
        ...{ folder: request.folder, service, certificateArn },
      }),
      secretHeader: secretHeader?.secretArn
        ? {
            name: secretHeader.name || undefined,
            secretArn: secretHeader.secretArn,
          }
        : undefined,
    };
  }
  return {
    type: 'vpc-origin',
    loadBalancer: origin.loadBalancer,
    protocol: origin.protocol,
    certificateArn: origin.certificateArn || undefined,
    securityGroups: origin.securityGroups,
    vpc: profile.vpc,
    subnets: profile.subnets.map(({ id }) => id),
    healthCheckPath: origin.healthCheckPath || undefined,
  };
}

function toWebAcl({ webAcl }: CloudFrontRequest): AwsCloudFrontInput['webAcl'] {
  if (!webAcl) return undefined;
  const { arn, managedRuleGroups, ...own } = webAcl;
  if (arn) return { type: 'shared', arn };
  return {
    type: 'own',
    ...own,
    managedRuleGroups: managedRuleGroups?.length
      ? managedRuleGroups
      : undefined,
  };
}

function toLogs({ logs }: CloudFrontRequest): AwsCloudFrontInput['logs'] {
  if (!logs) return undefined;
  return {
    retentionDays: logs.retentionDays,
    kmsKeyArn: logs.kmsKeyArn || undefined,
    bucket: logs.bucket || undefined,
  };
}
