import { parseGoInteger, trimGoSpace } from './goParsers';

/**
 * Reads `k=v` pairs as the in-tree AWS provider does: parted by commas, spaces around a pair dropped. A pair without
 * `=` has an empty value, one without a key is left out, and what stands behind a second `=` is lost.
 *
 * @remarks From `getKeyValuePropertiesFromAnnotation` of cloud-provider-aws.
 *
 * @public
 */
export function parseInTreePairs(text: string): Record<string, string> {
  const pairs = text
    .split(',')
    .map(pair => trimGoSpace(pair).split('='))
    .filter(([key]) => key !== '')
    .map(([key, value = '']): [string, string] => [key, value]);
  return Object.fromEntries(pairs);
}

/** The ports that `aws-load-balancer-ssl-ports` lists, by number and by name. @public */
export interface InTreePorts {
  numbers: ReadonlySet<number>;
  names: ReadonlySet<string>;
}

/**
 * Reads a list of ports as the in-tree AWS provider does: parted by commas, spaces kept, so that `80, 443` holds a port
 * that is named ` 443`.
 *
 * @remarks From `getPortSets` of cloud-provider-aws.
 *
 * @returns The ports; `undefined` means all, which is what nothing and `*` stand for.
 *
 * @public
 */
export function parseInTreePorts(text: string): InTreePorts | undefined {
  if (text === '' || text === '*') return undefined;
  const numbers = new Set<number>();
  const names = new Set<string>();
  for (const item of text.split(',')) {
    const number = parseGoInteger(item);
    if (number === undefined) names.add(item);
    else numbers.add(number);
  }
  return { numbers, names };
}
