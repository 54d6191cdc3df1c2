import { InvalidIntentError } from '../errors';
import { AzureManifestForm } from '../intents/azureExposure';
import { ManifestForm } from '../intents/exposure';
import { ServiceIntent } from '../intents/service';
import { ManifestValue } from '../yaml/stringifyManifest';
import { ManifestObject } from './types';

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
  /** Annotations that an edit removes unless the settings have them: they would say something else. */
  superseded: readonly string[];
  /** What of the annotations that are there stays, by key, with the value that it then has. */
  adapt?: (present: Readonly<Record<string, string>>) => Record<string, string>;
  /** Where the form has a field for the networks that are let in. */
  sourceRanges?: ManifestPath;
}

/** What a controller is told, whatever the form of the manifest. @internal */
export interface ManifestContent {
  form: ManifestForm | AzureManifestForm;
  service: ServiceIntent;
  /** Class of a Gateway. */
  gatewayClassName: string;
  annotations: Record<string, string>;
  /** Networks that the load balancer lets in. */
  sourceRanges: readonly string[];
  /** The class with which a whole Service asks for its controller. */
  loadBalancerClass?: string;
  superseded: readonly string[];
  /** See {@link ManifestPlan}; nothing stays unless given. */
  adapt?: ManifestPlan['adapt'];
}

/** Networks that a load balancer lets in, as all controllers read them from a Service's annotations. @internal */
export const SOURCE_RANGES =
  'service.beta.kubernetes.io/load-balancer-source-ranges';

type Places = Omit<ManifestPlan, 'superseded' | 'adapt'>;

function identify(
  apiGroup: string,
  kind: string,
  { service }: ManifestContent,
): ManifestSetting[] {
  return [
    { path: ['apiVersion'], value: apiGroup },
    { path: ['kind'], value: kind },
    { path: ['metadata', 'name'], value: service.name },
    { path: ['metadata', 'namespace'], value: service.namespace },
  ];
}

function annotationSettings(
  path: ManifestPath,
  { annotations }: Pick<ManifestContent, 'annotations'>,
): ManifestSetting[] {
  return Object.entries(annotations).map(([key, value]) => ({
    path: [...path, key],
    value,
  }));
}

function sourceRangeSetting(
  path: ManifestPath,
  { sourceRanges }: ManifestContent,
): ManifestSetting[] {
  return sourceRanges.length ? [{ path, value: [...sourceRanges] }] : [];
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

function portSettings({
  service: { selector, ports },
}: ManifestContent): ManifestSetting[] {
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

function servicePlan(content: ManifestContent): Places {
  const match = identify('v1', 'Service', content);
  const annotations = ['metadata', 'annotations'];
  const sourceRanges = ['spec', 'loadBalancerSourceRanges'];
  const { loadBalancerClass } = content;
  const settings: ManifestSetting[] = [
    ...annotationSettings(annotations, content),
    { path: ['spec', 'type'], value: 'LoadBalancer' },
    ...(loadBalancerClass === undefined
      ? []
      : [{ path: ['spec', 'loadBalancerClass'], value: loadBalancerClass }]),
    ...sourceRangeSetting(sourceRanges, content),
  ];
  const create = toObject([...match, ...settings, ...portSettings(content)]);
  return { create, match, settings, annotations, sourceRanges };
}

function istioOperatorPlan(content: ManifestContent): Places {
  const { name, namespace } = content.service;
  const annotations = ['k8s', 'serviceAnnotations'];
  const sourceRanges = ['k8s', 'service', 'loadBalancerSourceRanges'];
  const settings = [
    ...annotationSettings(annotations, content),
    ...sourceRangeSetting(sourceRanges, content),
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
  const item = { list, name };
  return { create, match, item, settings, annotations, sourceRanges };
}

function helmValuesPlan(content: ManifestContent): Places {
  const annotations = ['service', 'annotations'];
  const sourceRanges = ['service', 'loadBalancerSourceRanges'];
  const settings = [
    { path: ['service', 'type'], value: 'LoadBalancer' },
    ...annotationSettings(annotations, content),
    ...sourceRangeSetting(sourceRanges, content),
  ];
  const create = toObject(settings);
  return { create, match: [], settings, annotations, sourceRanges };
}

// `MaxProperties` of `GatewayInfrastructure` in Gateway API, apis/v1/gateway_types.go.
const GATEWAY_ANNOTATIONS = 8;

/**
 * What a Gateway hands to the Service that its class makes. It has no field for source ranges, and every controller reads
 * them from an annotation too.
 */
function gatewayAnnotations({
  annotations,
  sourceRanges,
}: ManifestContent): Record<string, string> {
  const all = {
    ...annotations,
    ...(sourceRanges.length ? { [SOURCE_RANGES]: sourceRanges.join(',') } : {}),
  };
  const count = Object.keys(all).length;
  if (count > GATEWAY_ANNOTATIONS) {
    throw new InvalidIntentError({
      field: 'manifest.form',
      message: `can't be 'gateway-api' with all of this: it takes ${count} annotations, and a Gateway has room for ${GATEWAY_ANNOTATIONS}; leave ${
        count - GATEWAY_ANNOTATIONS
      } out, such as settings of the health check`,
    });
  }
  return all;
}

function gatewayPlan(content: ManifestContent): Places {
  const match = identify('gateway.networking.k8s.io/v1', 'Gateway', content);
  const annotations = ['spec', 'infrastructure', 'annotations'];
  const settings = annotationSettings(annotations, {
    annotations: gatewayAnnotations(content),
  });
  const listeners = content.service.ports?.map(
    ({ name, port }): ManifestObject => ({
      name: name ?? `tcp-${port}`,
      port,
      protocol: 'TCP',
    }),
  );
  const create = toObject([
    ...match,
    { path: ['spec', 'gatewayClassName'], value: content.gatewayClassName },
    ...settings,
    ...(listeners ? [{ path: ['spec', 'listeners'], value: listeners }] : []),
  ]);
  return { create, match, settings, annotations };
}

function kourierPlan(content: ManifestContent): Places {
  const match = identify('v1', 'Service', content);
  const annotations = ['metadata', 'annotations'];
  const sourceRanges = ['spec', 'loadBalancerSourceRanges'];
  const settings = [
    ...annotationSettings(annotations, content),
    ...sourceRangeSetting(sourceRanges, content),
  ];
  const create = toObject([...match, ...settings]);
  return { create, match, settings, annotations, sourceRanges };
}

function placesOf(content: ManifestContent): Places {
  switch (content.form) {
    case 'istio-operator':
      return istioOperatorPlan(content);
    case 'istio-helm-values':
      return helmValuesPlan(content);
    case 'gateway-api':
      return gatewayPlan(content);
    case 'knative-kourier':
      return kourierPlan(content);
    default:
      return servicePlan(content);
  }
}

/** Puts what a controller is told where the form of the manifest has it. @internal */
export function planManifestForm(content: ManifestContent): ManifestPlan {
  const { superseded, adapt } = content;
  return { ...placesOf(content), superseded, adapt };
}
