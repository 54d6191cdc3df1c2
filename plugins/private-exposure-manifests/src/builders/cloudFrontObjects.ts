import { InvalidIntentError } from '../errors';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { VpcOriginIntent } from '../intents/cloudFrontOrigin';
import { annotatedNamesOnly } from './annotatedNamesOnly';
import {
  makesOriginGroup,
  originGroupName,
  originIngressName,
  originListenerPort,
} from './cloudFrontParts';
import { clusterIpService } from './clusterIpService';
import { supersededAnnotations } from './loadBalancerAnnotations';
import { ManifestPlan, planManifestForm } from './manifestForms';
import { LBC_CLASS } from './manifestPlan';
import { ownerTagOf } from './ownerTagOf';
import { ALB_PREFIX, ingressPath } from './routeObjects';
import { ManifestObject } from './types';

const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

function prefixed(
  prefix: string,
  annotations: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]) =>
      value === undefined ? [] : [[`${prefix}${key}`, value]],
    ),
  );
}

const listOf = (items: readonly string[]) => items.join(',') || undefined;

const mapOf = (map: Record<string, string>) =>
  Object.entries(map)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

function groupsOf(intent: AwsCloudFrontIntent, origin: VpcOriginIntent) {
  // The controller takes the name of a group as well as its id.
  return makesOriginGroup(origin)
    ? originGroupName(intent)
    : listOf(origin.securityGroups);
}

/**
 * What the AWS Load Balancer Controller is told of an internal Application Load Balancer behind CloudFront. Without a
 * certificate it finds the one for the hosts of the rules by itself.
 */
function albAnnotations(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
): Record<string, string> {
  const isHttps = origin.protocol === 'https';
  const port = originListenerPort(intent, origin);
  return prefixed(ALB_PREFIX, {
    scheme: 'internal',
    'target-type': 'ip',
    subnets: listOf(origin.subnets),
    'security-groups': groupsOf(intent, origin),
    // The way from the load balancer to the pods stays the controller's.
    'manage-backend-security-group-rules': 'true',
    'listen-ports': JSON.stringify([{ [isHttps ? 'HTTPS' : 'HTTP']: port }]),
    'certificate-arn': origin.certificateArn,
    'ssl-policy': isHttps ? 'ELBSecurityPolicy-TLS13-1-2-2021-06' : undefined,
    'load-balancer-attributes':
      'routing.http.drop_invalid_header_fields.enabled=true',
    'healthcheck-path': origin.healthCheckPath,
    tags: mapOf({ ...ownerTagOf(intent), ...intent.tags }),
  });
}

/** The Ingress that makes an internal Application Load Balancer for CloudFront. @internal */
export function newOriginIngress(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
): ManifestObject {
  const { service, port, hostNames, paths } = intent;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: originIngressName(intent),
      namespace: service.namespace,
      annotations: {
        ...albAnnotations(intent, origin),
        ...annotatedNamesOnly('Ingress', intent.externalDnsPrefix),
      },
    },
    spec: {
      ingressClassName: intent.manifest.ingressClassName,
      rules: hostNames.map(host => ({
        host,
        http: {
          paths: paths.map(path => ingressPath(path, { ...service, port })),
        },
      })),
    },
  };
}

/**
 * A Service that is reached inside the cluster alone.
 *
 * @throws {@link InvalidIntentError} where its pods or its ports are left out.
 * @internal
 */
export function newClusterService({
  service,
}: AwsCloudFrontIntent): ManifestObject {
  const { name, namespace, selector, ports } = service;
  if (Object.keys(selector ?? {}).length === 0 || !ports?.length) {
    throw new InvalidIntentError({
      field: 'service.selector',
      message: `is needed for a new Service, as are its ports: the file has no Service ${namespace}/${name}`,
    });
  }
  return clusterIpService(service);
}

/** Form of the manifest of a Service that makes a Network Load Balancer for CloudFront. @internal */
export const ORIGIN_FORM = 'aws-load-balancer-controller';

/**
 * What the Service of an internal Network Load Balancer, which hands TLS through, consists of; `undefined` for what has
 * another origin.
 *
 * @internal
 */
export function planCloudFrontService(
  intent: AwsCloudFrontIntent,
): ManifestPlan | undefined {
  const { origin, service } = intent;
  if (origin.type !== 'vpc-origin' || origin.loadBalancer !== 'network')
    return undefined;
  return planManifestForm({
    ...{ form: ORIGIN_FORM, service, gatewayClassName: '' },
    annotations: prefixed(NLB_PREFIX, {
      'nlb-target-type': 'ip',
      scheme: 'internal',
      subnets: listOf(origin.subnets),
      'security-groups': groupsOf(intent, origin),
      'manage-backend-security-group-rules': 'true',
      attributes: 'load_balancing.cross_zone.enabled=true',
      'additional-resource-tags': mapOf({
        ...ownerTagOf(intent),
        ...intent.tags,
      }),
    }),
    sourceRanges: [],
    loadBalancerClass: LBC_CLASS,
    superseded: supersededAnnotations,
  });
}
