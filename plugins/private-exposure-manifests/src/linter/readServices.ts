import {
  Document,
  LineCounter,
  Node,
  YAMLMap,
  isMap,
  isNode,
  isScalar,
  isSeq,
  visit,
} from 'yaml';
import { SERVICE_PREFIX } from '../builders/loadBalancerAnnotations';
import { ClusterProfile } from '../intents/clusterProfile';
import { AnnotationNode, ServiceTarget } from './ServiceTarget';

const HOLDERS = new Set(['annotations', 'serviceAnnotations']);

interface ReadOptions {
  path: string;
  lines: LineCounter;
  profile: ClusterProfile | undefined;
  isCrossRegion: boolean;
}

function placeOf(
  node: unknown,
  lines: LineCounter,
): { line: number; column: number } {
  const offset = isNode(node) ? node.range?.[0] : undefined;
  const { line, col } = lines.linePos(offset ?? 0);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function resolve(document: Document, value: unknown): unknown {
  return isNode(value) && 'resolve' in value ? value.resolve(document) : value;
}

function readAnnotations(
  document: Document,
  map: YAMLMap,
  lines: LineCounter,
): AnnotationNode[] {
  return map.items.flatMap((pair): AnnotationNode[] => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const value = resolve(document, pair.value);
    if (key === '<<') {
      const merged = isSeq(value) ? value.items : [value];
      return merged.flatMap(item => {
        const source = resolve(document, item);
        return isMap(source) ? readAnnotations(document, source, lines) : [];
      });
    }
    if (!key.startsWith(SERVICE_PREFIX)) return [];
    // A map or list in a value's place is a template's, or broken beyond what this rule set judges.
    if (isNode(value) && !isScalar(value)) return [];
    const plain = isScalar(value) ? value.value : null;
    return [
      {
        key,
        value: plain === null ? '' : String(plain),
        isString: typeof plain === 'string',
        ...placeOf(pair.key, lines),
      },
    ];
  });
}

function textAt(root: Node | null, path: string[]): string | undefined {
  const value: unknown = isMap(root) ? root.getIn(path) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/**
 * Finds every place of a document where annotations for a load balancer stand: Services, IstioOperator overlays, Helm
 * values, Gateways, patches.
 *
 * @internal
 */
export function readServices(
  document: Document.Parsed,
  options: ReadOptions,
): ServiceTarget[] {
  const { path, lines, profile, isCrossRegion } = options;
  const root = document.contents;
  const isService = textAt(root, ['kind']) === 'Service';
  const type = textAt(root, ['spec', 'type']);
  const targets: ServiceTarget[] = [];
  visit(document, {
    Pair(_, pair) {
      const value = resolve(document, pair.value);
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== 'string' || !HOLDERS.has(key) || !isMap(value)) return;
      const annotations = readAnnotations(document, value, lines);
      if (annotations.length === 0) return;
      targets.push({
        type: 'service',
        path,
        ...placeOf(pair.key, lines),
        annotations,
        loadBalancerClass: isService
          ? textAt(root, ['spec', 'loadBalancerClass'])
          : undefined,
        isWholeService: isService && type === 'LoadBalancer',
        profile,
        isCrossRegion,
      });
    },
  });
  return targets;
}
