import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { ManifestValue } from '../yaml/stringifyManifest';
import {
  SERVICE_PREFIX,
  loadBalancerAnnotations,
  sourceRangesOf,
} from './loadBalancerAnnotations';
import { controllerOf } from './resolveLoadBalancer';
import { ManifestObject } from './types';

/** The class with which a Service asks for the AWS Load Balancer Controller. @internal */
export const LBC_CLASS = 'service.k8s.aws/nlb';

/** A place in a document. @internal */
export type ManifestPath = (string | number)[];

/** One value that a document must hold at a place. @internal */
export interface ManifestSetting {
  path: ManifestPath;
  value: ManifestValue;
}

/** What the Kubernetes side of an exposure consists of, for a new file as for an existing one. @internal */
export interface ManifestPlan {
  /** The whole document for a new file. */
  create: ManifestObject;
  /** What identifies the document in an existing file: all of these must hold. */
  match: ManifestSetting[];
  /** A list whose item of this name holds the settings, as in an IstioOperator. */
  item?: { list: ManifestPath; name: string };
  /** What the document, or the item, must hold in the end. */
  settings: ManifestSetting[];
  /** Where the annotations are, in the document or the item. */
  annotations: ManifestPath;
}

function identify(
  apiGroup: string,
  kind: string,
  intent: AwsPrivateLinkExposureIntent,
): ManifestSetting[] {
  return [
    { path: ['apiVersion'], value: apiGroup },
    { path: ['kind'], value: kind },
    { path: ['metadata', 'name'], value: intent.service.name },
    { path: ['metadata', 'namespace'], value: intent.service.namespace },
  ];
}

function annotationSettings(
  path: ManifestPath,
  intent: AwsPrivateLinkExposureIntent,
): ManifestSetting[] {
  return Object.entries(loadBalancerAnnotations(intent)).map(
    ([key, value]) => ({
      path: [...path, key],
      value,
    }),
  );
}

function sourceRangeSetting(
  path: ManifestPath,
  intent: AwsPrivateLinkExposureIntent,
): ManifestSetting[] {
  const ranges = sourceRangesOf(intent);
  return ranges.length
    ? [{ path: [...path, 'loadBalancerSourceRanges'], value: ranges }]
    : [];
}

/** Puts settings into one object, in their order. @internal */
export function toObject(settings: ManifestSetting[]): ManifestObject {
  const root: ManifestObject = {};
  for (const { path, value } of settings) {
    let node = root;
    for (const part of path.slice(0, -1)) {
      const next = node[part];
      const child: ManifestObject =
        typeof next === 'object' && !Array.isArray(next) ? next : {};
      node[part] = child;
      node = child;
    }
    node[path[path.length - 1]] = value;
  }
  return root;
}

function portSettings(intent: AwsPrivateLinkExposureIntent): ManifestSetting[] {
  const { selector, ports } = intent.service;
  const list = ports?.map(
    ({ name, port, targetPort }): ManifestObject => ({
      ...(name === undefined ? {} : { name }),
      port,
      targetPort: targetPort ?? port,
      protocol: 'TCP',
    }),
  );
  return [
    ...(selector ? [{ path: ['spec', 'selector'], value: selector }] : []),
    ...(list ? [{ path: ['spec', 'ports'], value: list }] : []),
  ];
}

function servicePlan(intent: AwsPrivateLinkExposureIntent): ManifestPlan {
  const match = identify('v1', 'Service', intent);
  const annotations = ['metadata', 'annotations'];
  const isController = controllerOf(intent) === 'aws-load-balancer-controller';
  const settings: ManifestSetting[] = [
    ...annotationSettings(annotations, intent),
    { path: ['spec', 'type'], value: 'LoadBalancer' },
    ...(isController && intent.manifest.form === 'aws-load-balancer-controller'
      ? [{ path: ['spec', 'loadBalancerClass'], value: LBC_CLASS }]
      : []),
    ...sourceRangeSetting(['spec'], intent),
  ];
  const create = toObject([...match, ...settings, ...portSettings(intent)]);
  return { create, match, settings, annotations };
}

function istioOperatorPlan(intent: AwsPrivateLinkExposureIntent): ManifestPlan {
  const { name, namespace } = intent.service;
  const annotations = ['k8s', 'serviceAnnotations'];
  const settings = [
    ...annotationSettings(annotations, intent),
    ...sourceRangeSetting(['k8s', 'service'], intent),
  ];
  const match = [{ path: ['kind'], value: 'IstioOperator' }];
  const list = ['spec', 'components', 'ingressGateways'];
  const create = toObject([
    { path: ['apiVersion'], value: 'install.istio.io/v1alpha1' },
    ...match,
    {
      path: list,
      value: [{ name, namespace, enabled: true, ...toObject(settings) }],
    },
  ]);
  return { create, match, item: { list, name }, settings, annotations };
}

function helmValuesPlan(intent: AwsPrivateLinkExposureIntent): ManifestPlan {
  const annotations = ['service', 'annotations'];
  const settings = [
    { path: ['service', 'type'], value: 'LoadBalancer' },
    ...annotationSettings(annotations, intent),
    ...sourceRangeSetting(['service'], intent),
  ];
  return { create: toObject(settings), match: [], settings, annotations };
}

function gatewayPlan(intent: AwsPrivateLinkExposureIntent): ManifestPlan {
  const match = identify('gateway.networking.k8s.io/v1', 'Gateway', intent);
  const annotations = ['spec', 'infrastructure', 'annotations'];
  const settings = annotationSettings(annotations, intent);
  const listeners = intent.service.ports?.map(
    ({ name, port }): ManifestObject => ({
      name: name ?? `tcp-${port}`,
      port,
      protocol: 'TCP',
    }),
  );
  const create = toObject([
    ...match,
    { path: ['spec', 'gatewayClassName'], value: gatewayClassOf(intent) },
    ...settings,
    ...(listeners ? [{ path: ['spec', 'listeners'], value: listeners }] : []),
  ]);
  return { create, match, settings, annotations };
}

function gatewayClassOf({ manifest }: AwsPrivateLinkExposureIntent): string {
  return manifest.gatewayClassName ?? 'istio';
}

function kourierPlan(intent: AwsPrivateLinkExposureIntent): ManifestPlan {
  const match = identify('v1', 'Service', intent);
  const annotations = ['metadata', 'annotations'];
  const settings = [
    ...annotationSettings(annotations, intent),
    ...sourceRangeSetting(['spec'], intent),
  ];
  return {
    create: toObject([...match, ...settings]),
    match,
    settings,
    annotations,
  };
}

/** What the Kubernetes side of an exposure consists of. @internal */
export function planManifest(
  intent: AwsPrivateLinkExposureIntent,
): ManifestPlan {
  switch (intent.manifest.form) {
    case 'istio-operator':
      return istioOperatorPlan(intent);
    case 'istio-helm-values':
      return helmValuesPlan(intent);
    case 'gateway-api':
      return gatewayPlan(intent);
    case 'knative-kourier':
      return kourierPlan(intent);
    default:
      return servicePlan(intent);
  }
}

/**
 * Name of the Service that the controller sees. For a Gateway it is made from the names of the Gateway and its class
 * (Gateway API, GEP-1762).
 *
 * @internal
 */
export function observedServiceName(
  intent: AwsPrivateLinkExposureIntent,
): string {
  const { name } = intent.service;
  return intent.manifest.form === 'gateway-api'
    ? `${name}-${gatewayClassOf(intent)}`
    : name;
}

const SUPERSEDED = [
  'type',
  'internal',
  'scheme',
  'name',
  'subnets',
  'nlb-target-type',
  'security-groups',
  'manage-backend-security-group-rules',
  'disable-nlb-sg',
  'security-group-prefix-lists',
  'inbound-sg-rules-on-private-link-traffic',
  'proxy-protocol',
  'attributes',
  'target-group-attributes',
  'cross-zone-load-balancing-enabled',
  'additional-resource-tags',
  'eip-allocations',
  'proxy-protocol-per-target-group',
];

/** Annotations that an edit removes unless the intent sets them: they would say something else. @internal */
export const supersededAnnotations: readonly string[] = [
  ...SUPERSEDED.map(name => `${SERVICE_PREFIX}aws-load-balancer-${name}`),
  `${SERVICE_PREFIX}load-balancer-source-ranges`,
];
