import {
  externalDnsContextOf,
  inFolder,
  toResourceName,
  type AwsCloudFrontInput,
  type ClusterProfile,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { CloudFrontInput } from '../actions/cloudFrontInput';
import { toPublicRoute } from './toPublicRoute';

/** What the intent of a publication is made of. @internal */
export interface CloudFrontSources {
  /** Reference of the entity that is published, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster that the service runs in. */
  profile: ClusterProfile;
  /** The action's input. */
  input: CloudFrontInput;
}

type Part<K extends keyof AwsCloudFrontInput> = NonNullable<
  AwsCloudFrontInput[K]
>;
type Service = Part<'service'>;
type Origin = Part<'origin'>;

/** Longest name that a distribution's parts may have. @internal */
export const MAX_CLOUDFRONT_NAME = 40;

/**
 * Makes the intent of a service behind CloudFront. Account, region, VPC, subnets and what external-dns reads come from the
 * cluster's profile and the owner from the catalog, never from the input. Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toCloudFrontInput(
  sources: CloudFrontSources,
): AwsCloudFrontInput {
  const { entityRef, entityName, profile, input } = sources;
  const service = toService(sources);
  const { infrastructure = {}, manifest = {}, folder } = input;
  const isTemplate = /\.(json|ya?ml)$/.test(infrastructure.path ?? '');
  const { format = isTemplate ? 'cloudformation' : 'terraform' } =
    infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'json';
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    // A form's empty text field means that nothing was asked for.
    reason: input.reason || undefined,
    name:
      input.name || toResourceName(entityName.slice(0, MAX_CLOUDFRONT_NAME)),
    cluster: profile.name,
    account: profile.account,
    region: profile.region,
    externalDnsPrefix: externalDnsContextOf(profile)?.prefix,
    hostNames: input.hostNames,
    zone: input.zone || (input.hostNames[0] ?? '').replace(/^[^.]*\./, ''),
    paths: input.paths?.length
      ? input.paths.map(path => ({ path }))
      : undefined,
    port: input.port ?? service.ports?.[0]?.port,
    service,
    manifest: {
      path: inFolder(folder, manifest.path || `k8s/${service.name}.yaml`),
      ingressClassName:
        manifest.ingressClassName || profile.ingressClass || undefined,
    },
    origin: toOrigin(sources, service),
    caching: input.caching,
    redirectHttp: input.redirectHttp,
    tlsPolicy: input.tlsPolicy,
    webAcl: toWebAcl(input),
    logs: toLogs(input),
    infrastructure: {
      format,
      path: inFolder(
        folder,
        infrastructure.path || `infra/cloudfront.${extension}`,
      ),
    },
  };
}

function toService({ entityName, input }: CloudFrontSources): Service {
  const { service = {} } = input;
  const name = service.name || entityName;
  return { ...service, name, namespace: service.namespace || name };
}

function toOrigin(
  { profile, input }: CloudFrontSources,
  service: Service,
): Origin {
  const { origin = {} } = input;
  if (origin.type === 'public-entrance') {
    const { secretHeader, certificateArn } = origin;
    return {
      type: 'public-entrance',
      hostName: origin.hostName ?? '',
      route: toPublicRoute(origin.route, {
        ...{ folder: input.folder, service, certificateArn },
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

function toWebAcl({ webAcl }: CloudFrontInput): AwsCloudFrontInput['webAcl'] {
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

function toLogs({ logs }: CloudFrontInput): AwsCloudFrontInput['logs'] {
  if (!logs) return undefined;
  return {
    retentionDays: logs.retentionDays,
    kmsKeyArn: logs.kmsKeyArn || undefined,
    bucket: logs.bucket || undefined,
  };
}
