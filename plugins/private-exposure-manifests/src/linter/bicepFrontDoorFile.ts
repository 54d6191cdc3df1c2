import { BicepNode, bicepNodeAt } from '../bicep/readBicepNode';
import { BicepResourceNode } from '../bicep/readBicepResources';
import { SourceText } from '../read/SourceText';
import { PlacedValue } from './targets';

/** The type of profiles, as the reader spells it. @internal */
export const PROFILE = 'microsoft.cdn/profiles';

/** The Bicep file that front doors are read from. @internal */
export interface BicepFile {
  path: string;
  source: SourceText;
  resources: readonly BicepResourceNode[];
}

/** A value that the file tells. @internal */
export function told(
  { source }: BicepFile,
  node: BicepNode | undefined,
): PlacedValue | undefined {
  return node?.type === 'literal'
    ? { value: String(node.value), ...source.placeAt(node.start) }
    : undefined;
}

/** What stands in a resource's properties. @internal */
export function inProperties({ body }: BicepResourceNode, ...keys: string[]) {
  return bicepNodeAt(body, 'properties', ...keys);
}

/** Resources of a type that the file itself makes. @internal */
export function made(
  { resources }: BicepFile,
  type: string,
): BicepResourceNode[] {
  return resources.filter(one => one.type === type && !one.isExisting);
}
