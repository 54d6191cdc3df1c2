import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../catalogues';
import { knownKeys } from './KnownAnnotations';

/** Prefixes as they are mistaken, each with the right one; right ones are among them for names that are mistaken. */
const PREFIXES: readonly [RegExp, string][] = [
  [/^services?(\.beta)?\.kubernetes\.io\/$/i, 'service.beta.kubernetes.io/'],
  [/^alb(\.ingress)?\.kubernetes\.io\/$/i, 'alb.ingress.kubernetes.io/'],
  [/^external-?dns\.kubernetes\.io\/$/i, externalDnsCatalogue.prefix],
  [/^external-?dns\.alpha\.kubernetes\.io\/$/i, EXTERNAL_DNS_FORMER_PREFIX],
];

/** A key without what people write one way or the other: capitals, hyphens, underscores. */
const squash = (text: string) => text.toLowerCase().replace(/[-_]/g, '');

const bySquashed = new Map(knownKeys.map(key => [squash(key), key]));

/**
 * The known key that another one means: the same name below a prefix that is nearly right, or parted into words in another
 * way. `undefined` for keys that are known, and for those of others.
 *
 * @internal
 */
export function meantKey(key: string): string | undefined {
  const start = key.slice(0, key.indexOf('/') + 1);
  const prefix = PREFIXES.find(([mistaken]) => mistaken.test(start))?.[1];
  if (prefix === undefined) return undefined;
  const meant = bySquashed.get(squash(`${prefix}${key.slice(start.length)}`));
  return meant === key ? undefined : meant;
}
