import {
  EditTarget,
  applyChanges,
  findTarget,
  valueAt,
} from '../edit/editManifest';
import { removeDocument } from '../edit/removeDocument';
import { YamlText } from '../edit/YamlText';
import { YamlChange } from '../edit/editYaml';
import { AzureWithdrawIntent } from '../intents/azureWithdraw';
import { WithdrawIntent } from '../intents/withdraw';
import { parseStringMap } from '../values/goParsers';
import { SERVICE_PREFIX } from './loadBalancerAnnotations';
import { ManifestPath, ManifestPlan } from './manifestPlan';

const AWS_PREFIX = `${SERVICE_PREFIX}aws-load-balancer-`;

/** The part of a withdrawal that says where its load balancer is. @internal */
export type WithdrawnManifest = Pick<
  WithdrawIntent | AzureWithdrawIntent,
  'manifest' | 'service'
>;

interface Places {
  match: ManifestPlan['match'];
  item?: ManifestPlan['item'];
  annotations: ManifestPath;
  /** Where the type of the Service stands. */
  type: ManifestPath;
}

function placesOf({ manifest, service }: WithdrawnManifest): Places {
  const named = (kind: string) => [
    { path: ['kind'], value: kind },
    { path: ['metadata', 'name'], value: service.name },
    { path: ['metadata', 'namespace'], value: service.namespace },
  ];
  switch (manifest.form) {
    case 'istio-operator':
      return {
        match: [{ path: ['kind'], value: 'IstioOperator' }],
        item: {
          list: ['spec', 'components', 'ingressGateways'],
          name: service.name,
        },
        annotations: ['k8s', 'serviceAnnotations'],
        type: ['k8s', 'service', 'type'],
      };
    case 'istio-helm-values':
      return {
        match: [],
        annotations: ['service', 'annotations'],
        type: ['service', 'type'],
      };
    case 'gateway-api':
      return {
        match: named('Gateway'),
        annotations: ['spec', 'infrastructure', 'annotations'],
        // Istio reads the type of the Service it makes for a Gateway here.
        type: [
          'spec',
          'infrastructure',
          'annotations',
          'networking.istio.io/service-type',
        ],
      };
    default:
      return {
        match: named('Service'),
        annotations: ['metadata', 'annotations'],
        type: ['spec', 'type'],
      };
  }
}

/** Finds the object with the load balancer, and where in it things stand. @internal */
export function locateWithdrawn(
  file: YamlText,
  intent: WithdrawnManifest,
): { target: EditTarget; places: Places; plain: unknown } {
  const places = placesOf(intent);
  const target = findTarget(file, {
    ...places,
    ...{ create: {}, settings: [], superseded: [] },
  });
  if (!target) {
    const { namespace, name } = intent.service;
    return file.fail(
      undefined,
      `has no ${namespace}/${name}; name the file that has it`,
    );
  }
  const document: unknown = file.documents[target.document].toJS({
    maxAliasCount: 100,
  });
  return { target, places, plain: valueAt(document, target.base) };
}

function annotationsAt(
  plain: unknown,
  path: ManifestPath,
): [string, unknown][] {
  const found = valueAt(plain, path);
  return typeof found === 'object' && found !== null
    ? Object.entries(found)
    : [];
}

/**
 * Switches deletion protection off in a manifest; the text stays as it is where it is off already.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function disableDeletionProtection(
  text: string,
  intent: WithdrawIntent,
): string {
  const file = YamlText.parse(intent.manifest.path, text);
  const { target, places, plain } = locateWithdrawn(file, intent);
  const key = `${AWS_PREFIX}attributes`;
  const value = Object.fromEntries(annotationsAt(plain, places.annotations))[
    key
  ];
  const attributes =
    typeof value === 'string' ? parseStringMap(value) : undefined;
  if (attributes?.['deletion_protection.enabled'] !== 'true') return text;
  const wanted = Object.entries({
    ...attributes,
    'deletion_protection.enabled': 'false',
  })
    .map(([name, setting]) => `${name}=${setting.replaceAll(',', '\\,')}`)
    .join(',');
  const path = [...target.base, ...places.annotations, key];
  return applyChanges(file, target, [{ path, value: wanted }]);
}

// An empty map would stay where each key goes on its own: then the whole map goes.
function annotationRemovals(
  plain: unknown,
  { annotations, type }: Places,
  prefix: string,
): ManifestPath[] {
  const all = annotationsAt(plain, annotations).map(([key]) => key);
  const ours = all.filter(key => key.startsWith(prefix));
  const isHolderOfType =
    type.length === annotations.length + 1 &&
    annotations.every((part, index) => part === type[index]);
  if (ours.length > 0 && ours.length === all.length && !isHolderOfType)
    return [annotations];
  return ours.map(key => [...annotations, key]);
}

/**
 * Takes the load balancer away: the Service becomes reachable inside the cluster only, or goes.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function withdrawLoadBalancer(
  text: string,
  intent: WithdrawIntent,
): string | undefined {
  const file = YamlText.parse(intent.manifest.path, text);
  const isProtected = disableDeletionProtection(text, intent) !== text;
  if (isProtected) {
    return file.fail(
      undefined,
      `deletion protection is still on; do the step 'close' first, and let it be applied`,
    );
  }
  return takeLoadBalancer(file, intent, AWS_PREFIX);
}

/**
 * Takes the load balancer away, whichever controller makes it.
 *
 * @param prefix - What the annotations of that controller begin with; they go.
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function takeLoadBalancer(
  file: YamlText,
  intent: WithdrawnManifest,
  prefix: string,
): string | undefined {
  const { target, places, plain } = locateWithdrawn(file, intent);
  if (intent.manifest.service === 'remove')
    return removeDocument(file, target.document);
  const inBase = (path: ManifestPath) => [...target.base, ...path];
  // Kubernetes takes these with the type LoadBalancer only. A Gateway's annotations have none of them.
  const spec = places.type.slice(0, -1);
  const isSpec = spec.at(-1) !== 'annotations';
  const changes: YamlChange[] = [
    { path: inBase(places.type), value: 'ClusterIP' },
    ...annotationRemovals(plain, places, prefix).map(path => ({
      path: inBase(path),
    })),
    ...(isSpec
      ? [
          { path: inBase([...spec, 'loadBalancerClass']) },
          { path: inBase([...spec, 'loadBalancerSourceRanges']) },
        ]
      : []),
  ];
  return applyChanges(file, target, changes);
}
