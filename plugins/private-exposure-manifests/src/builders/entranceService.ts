import { AwsPublicEntranceIntent } from '../intents/awsPublicEntrance';
import { originGroupName } from './cloudFrontParts';
import { LBC_CLASS } from './manifestPlan';
import { ownerTagOf } from './ownerTagOf';
import { ManifestObject } from './types';

const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

/** Where the public entrance listens. @internal */
export const ENTRANCE_PORT = 443;

/** Where the pods of a public entrance listen: for plain HTTP where TLS ends at the load balancer, else for TLS. @internal */
export function entranceTargetPort({
  service,
  certificateArn,
}: Pick<AwsPublicEntranceIntent, 'service' | 'certificateArn'>): number {
  return service.targetPort ?? (certificateArn ? 80 : 443);
}

function loadBalancerAnnotations(
  intent: AwsPublicEntranceIntent,
): Record<string, string> {
  const { service, subnets, certificateArn } = intent;
  const annotations = {
    'nlb-target-type': 'ip',
    scheme: 'internet-facing',
    ...(subnets.length ? { subnets: subnets.join(',') } : {}),
    'security-groups': originGroupName(service),
    'manage-backend-security-group-rules': 'true',
    ...(certificateArn
      ? {
          'ssl-cert': certificateArn,
          'ssl-ports': String(ENTRANCE_PORT),
          'ssl-negotiation-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        }
      : {}),
    attributes: 'load_balancing.cross_zone.enabled=true',
    'additional-resource-tags': Object.entries({
      ...ownerTagOf(intent),
      ...intent.tags,
    })
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  };
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      `${NLB_PREFIX}${key}`,
      value,
    ]),
  );
}

/** The Service of a public entrance, whose load balancer is the only public one of the cluster. @internal */
export function entranceService(
  intent: AwsPublicEntranceIntent,
): ManifestObject {
  const { name, namespace, selector } = intent.service;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      annotations: {
        // As an annotation: external-dns reads no labels.
        [`${intent.externalDnsPrefix}hostname`]: intent.hostName,
        ...loadBalancerAnnotations(intent),
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: LBC_CLASS,
      selector,
      ports: [
        {
          name: 'https',
          port: ENTRANCE_PORT,
          targetPort: entranceTargetPort(intent),
          protocol: 'TCP',
        },
      ],
    },
  };
}
