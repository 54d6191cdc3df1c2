import { ClusterProfile } from '../intents/clusterProfile';
import { KubernetesObject } from '../plan/KubernetesObject';
import { AnnotationNode, readAnnotations } from '../read/AnnotationNode';
import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import {
  AnnotatedTarget,
  IngressTarget,
  Placed,
  ServiceTarget,
} from './targets';

/** Keys under which annotations stand: an object's own, and those that Istio's operator gives a Service. */
const HOLDERS = ['annotations', 'serviceAnnotations'] as const;
const SERVICE_KEY = /^(service\.beta\.kubernetes\.io|networking\.gke\.io)\//;
const INGRESS_KEY = /^alb\.ingress\.kubernetes\.io\//;
const OTHER_KEY = /^external-dns\.(alpha\.)?kubernetes\.io\//;

/** @internal */
export interface ReadPlacesOptions {
  path: string;
  profile: ClusterProfile | undefined;
  isCrossRegion: boolean;
}

type PlaceTarget = ServiceTarget | IngressTarget | AnnotatedTarget;

/** The objects of a document: itself, or the items of a list. */
function objectsOf(document: SourceDocument): Map<object, object> {
  const root = document.value;
  const items = document.valueAt(root, 'items');
  const isList =
    String(document.valueAt(root, 'kind')).endsWith('List') &&
    Array.isArray(items);
  const objects: unknown[] = isList ? items : [root];
  return new Map(
    objects.filter(isManifestMap).flatMap((object): [object, object][] => {
      const metadata = document.valueAt(object, 'metadata');
      return isManifestMap(metadata) ? [[metadata, object]] : [];
    }),
  );
}

function textAt(document: SourceDocument, root: unknown, ...keys: string[]) {
  const value = document.valueAt(root, ...keys);
  return typeof value === 'string' ? value : undefined;
}

/** The object as its controller sees it: annotations that are no strings are left to a rule of their own. */
function readObject(
  document: SourceDocument,
  object: object,
): KubernetesObject | undefined {
  const kind = textAt(document, object, 'kind');
  const spec = document.valueAt(object, 'spec');
  if (!kind || !isManifestMap(spec)) return undefined;
  const metadata = document.valueAt(object, 'metadata');
  const strings = (key: string): Record<string, string> => {
    const map = document.valueAt(metadata, key);
    const nodes = isManifestMap(map) ? readAnnotations(document, map) : [];
    return Object.fromEntries(
      nodes.map(({ key: name, value }) => [name, value]),
    );
  };
  return {
    apiVersion: textAt(document, object, 'apiVersion'),
    kind,
    metadata: {
      name: textAt(document, metadata, 'name'),
      namespace: textAt(document, metadata, 'namespace'),
      annotations: strings('annotations'),
      labels: strings('labels'),
    },
    spec: document.expand(spec) as KubernetesObject['spec'],
  };
}

/** What the annotations of a place end up on; `undefined` where they concern nobody here. */
function findType(
  kind: string | undefined,
  nodes: readonly AnnotationNode[],
): PlaceTarget['type'] | undefined {
  if (kind === 'Service') return 'service';
  if (kind === 'Ingress') return 'ingress';
  if (nodes.some(({ key }) => INGRESS_KEY.test(key))) return 'ingress';
  if (nodes.some(({ key }) => SERVICE_KEY.test(key))) return 'service';
  return nodes.some(({ key }) => OTHER_KEY.test(key)) ? 'annotated' : undefined;
}

function toTarget(
  type: PlaceTarget['type'],
  place: Placed,
  options: ReadPlacesOptions,
): PlaceTarget {
  if (type === 'ingress') return { type, ...place, group: [] };
  if (type === 'annotated') return { type, ...place };
  const { object } = place;
  const loadBalancerClass = object?.spec?.loadBalancerClass;
  return {
    type,
    ...place,
    loadBalancerClass:
      typeof loadBalancerClass === 'string' ? loadBalancerClass : undefined,
    isWholeService:
      object?.kind === 'Service' && object.spec?.type === 'LoadBalancer',
    isCrossRegion: options.isCrossRegion,
  };
}

/**
 * Finds every place of a document where annotations stand that a controller of ours reads: Services, Ingresses, Gateways,
 * IstioOperator overlays, Helm values, patches, wherever in the document that is.
 *
 * @internal
 */
export function readPlaces(
  document: SourceDocument,
  options: ReadPlacesOptions,
): PlaceTarget[] {
  const objects = objectsOf(document);
  const targets: PlaceTarget[] = [];
  for (const map of document.maps()) {
    const labels = map.labels;
    for (const holder of HOLDERS) {
      const annotations = document.valueAt(map, holder);
      const held = isManifestMap(annotations)
        ? readAnnotations(document, annotations)
        : [];
      const beside =
        holder === 'annotations' && isManifestMap(labels)
          ? readAnnotations(document, labels)
          : [];
      const owner = objects.get(map);
      const kind = owner && textAt(document, owner, 'kind');
      const type = findType(kind, [...held, ...beside]);
      if (!type) continue;
      // A whole Service or Ingress becomes something even without a single annotation.
      const isWhole = holder === 'annotations' && owner !== undefined;
      if (!isWhole && held.length + beside.length === 0) continue;
      const key = [holder, 'labels', 'name'].find(name => name in map) ?? '';
      targets.push(
        toTarget(
          type,
          {
            path: options.path,
            ...document.placeOfKey(map, key),
            annotations: held,
            labels: beside,
            kind,
            object: owner && readObject(document, owner),
            profile: options.profile,
          },
          options,
        ),
      );
    }
  }
  return targets;
}
