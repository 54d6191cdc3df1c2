/** What a hosted zone has at a name, if only names below it. @internal */
export interface ZoneNode {
  /** What its records point at that an address is looked up by; none if it has other records alone. */
  targets: readonly string[];
  /** Whether the names from here on are in a zone of their own. */
  isDelegated: boolean;
}

/**
 * What a zone answers for a name, as name servers do: label by label from the zone's own name down. A name that is not there
 * is answered for by the wildcard of the nearest name above it that is; one that is there, with whatever records, by itself
 * (RFC 4592, sections 2.2 and 3.3.1; RFC 1034, section 4.3.2).
 *
 * @param nodeAt - What the zone has at a name; `undefined` if there is nothing, nor anything below.
 * @returns nothing if there is no record; `undefined` if another zone answers.
 * @internal
 */
export async function lookUpName(
  zoneName: string,
  name: string,
  nodeAt: (name: string) => Promise<ZoneNode | undefined>,
): Promise<readonly string[] | undefined> {
  let above = zoneName;
  for (const next of namesUnder(zoneName, name)) {
    const node = await nodeAt(next);
    if (!node) return (await nodeAt(`*.${above}`))?.targets ?? [];
    if (node.isDelegated) return undefined;
    above = next;
  }
  return (await nodeAt(name))?.targets ?? [];
}

/**
 * The names under a zone's own that lead down to a name, which is the last.
 *
 * @internal
 */
export function namesUnder(zoneName: string, name: string): string[] {
  if (name === zoneName) return [];
  const labels = name.slice(0, -zoneName.length - 1).split('.');
  return labels
    .map((_, index) => `${labels.slice(index).join('.')}.${zoneName}`)
    .reverse();
}
