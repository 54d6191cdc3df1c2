import { SourceText, type Place } from '../read/SourceText';
import { BicepObjectNode, readBicepNode } from './readBicepNode';
import { readBicep } from './readBicep';

/** A resource that a file declares, wherever it stands in it. @internal */
export interface BicepResourceNode extends Place {
  /** By what the file names it. */
  symbol: string;
  /** Its whole type in lower case, without the version of its API. */
  type: string;
  /** Whether it is there already, and only looked at. */
  isExisting: boolean;
  /** Its properties, as far as the file tells them; of a loop those that each has. */
  body: BicepObjectNode;
  /** Symbol of the resource that it lies in, where the file says so. */
  parent: string | undefined;
}

type Declared = Pick<
  BicepResourceNode,
  'symbol' | 'type' | 'isExisting' | 'body' | 'line' | 'column'
>;

/** `Microsoft.Cdn/profiles@2024-02-01` without the version, and without regard to case. */
function toType(type: string): string {
  return type.replace(/@.*$/, '').toLowerCase();
}

/**
 * The resources of a Bicep file, those within others included.
 *
 * @throws {@link BicepSyntaxError}
 * @internal
 */
export function readBicepResources(text: string): BicepResourceNode[] {
  const source = new SourceText(text);
  const found: BicepResourceNode[] = [];
  const add = (declared: Declared, outer?: BicepResourceNode) => {
    const type = toType(declared.type);
    const named = declared.body.properties.get('parent');
    const resource = {
      ...declared,
      type: outer ? `${outer.type}/${type}` : type,
      parent:
        outer?.symbol ?? (named?.type === 'computed' ? named.text : undefined),
    };
    found.push(resource);
    for (const { start, ...inner } of declared.body.resources)
      add({ ...inner, ...source.placeAt(start) }, resource);
  };
  for (const statement of readBicep(text)) {
    const { symbol, type, isExisting, tokens, line } = statement;
    const body = type && readBicepNode(tokens);
    if (body) add({ symbol, type, isExisting, body, line, column: 1 });
  }
  return found;
}
