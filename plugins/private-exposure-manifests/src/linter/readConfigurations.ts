import { KubernetesObject } from '../plan/KubernetesObject';
import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { ConfigurationTarget } from './targets';

/** The groups of the kinds that are read. */
const GROUPS: Record<ConfigurationTarget['kind'], readonly string[]> = {
  ServiceAttachment: ['networking.gke.io/'],
  LoadBalancerConfiguration: ['gateway.k8s.aws/'],
  IngressClass: ['networking.k8s.io/'],
  // EKS Auto Mode has a group of its own.
  IngressClassParams: ['elbv2.k8s.aws/', 'eks.amazonaws.com/'],
};

/** Whether a file is worth looking through. @internal */
export function mentionsConfiguration(content: string): boolean {
  return Object.keys(GROUPS).some(kind => content.includes(kind));
}

function kindOf(document: SourceDocument) {
  const [kind, version] = ['kind', 'apiVersion'].map(key =>
    String(document.valueAt(document.value, key)),
  );
  return (Object.keys(GROUPS) as ConfigurationTarget['kind'][]).find(
    known =>
      known === kind && GROUPS[known].some(group => version.startsWith(group)),
  );
}

/**
 * Reads an object that configures a load balancer or its publication by fields; `undefined` for any other document, and
 * for templates, of which fields may be missing.
 *
 * @internal
 */
export function readConfiguration(
  document: SourceDocument,
  path: string,
): ConfigurationTarget | undefined {
  const root = document.value;
  const kind = kindOf(document);
  const spec = document.valueAt(root, 'spec');
  if (!kind || document.isTemplate || !isManifestMap(root)) return undefined;
  const name = document.valueAt(root, 'metadata', 'name');
  const place = document.placeOfKey(root, 'kind');
  return {
    type: 'configuration',
    path,
    ...place,
    kind,
    name: typeof name === 'string' ? name : undefined,
    spec: isManifestMap(spec)
      ? (document.expand(spec) as NonNullable<KubernetesObject['spec']>)
      : {},
    placeOf: field =>
      isManifestMap(spec) && field in spec
        ? document.placeOfKey(spec, field)
        : place,
  };
}
