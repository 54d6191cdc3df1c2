import {
  Document,
  LineCounter,
  Node,
  isMap,
  isNode,
  isScalar,
  isSeq,
} from 'yaml';
import { EndpointServiceTarget, PlacedValue } from './EndpointServiceTarget';

function place(node: Node, lines: LineCounter) {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  return { line, column: col };
}

function textsAt(
  node: unknown,
  path: string[],
  lines: LineCounter,
): PlacedValue[] {
  const list: unknown = isMap(node) ? node.getIn(path, true) : undefined;
  const items: unknown[] = isSeq(list) ? list.items : [];
  return items.flatMap(item =>
    isScalar(item) && typeof item.value === 'string'
      ? [{ value: item.value, ...place(item, lines) }]
      : [],
  );
}

/** Reads the endpoint services of a CloudFormation template; `undefined` where a document is none. @internal */
export function readCloudFormationServices(
  document: Document.Parsed,
  options: { path: string; lines: LineCounter },
): EndpointServiceTarget | undefined {
  const { path, lines } = options;
  const resources = isMap(document.contents)
    ? document.contents.get('Resources')
    : undefined;
  if (!isMap(resources)) return undefined;
  const target: EndpointServiceTarget = {
    type: 'endpoint-service',
    path,
    withoutAcceptance: [],
    principals: [],
    supportedRegions: [],
    accepters: [],
  };
  for (const { key, value: resource } of resources.items) {
    if (!isMap(resource) || !isNode(key)) continue;
    const type: unknown = resource.get('Type');
    if (type === 'AWS::EC2::VPCEndpointServicePermissions') {
      target.principals.push(
        ...textsAt(resource, ['Properties', 'AllowedPrincipals'], lines),
      );
    }
    if (type === 'AWS::EC2::VPCEndpointService') {
      const accepted: unknown = resource.getIn(
        ['Properties', 'AcceptanceRequired'],
        true,
      );
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(accepted) && String(accepted.value) === 'false') {
        target.withoutAcceptance.push({
          value: name,
          ...place(accepted, lines),
        });
      }
      const regions: unknown = resource.getIn([
        'Properties',
        'SupportedRegions',
      ]);
      const items: unknown[] = isSeq(regions) ? regions.items : [];
      target.supportedRegions.push(
        ...items.flatMap(item =>
          isMap(item) ? [String(item.get('Region'))] : [],
        ),
      );
    }
  }
  return target;
}
