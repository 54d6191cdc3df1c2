/** The objects that external-dns takes names from, besides Services. @internal */
export type NamedKind = 'Ingress' | 'HTTPRoute';

/**
 * Annotations that have external-dns take the names of an object from its annotations, and none from its rules. A route
 * has them itself: external-dns asks the Gateway for the target alone.
 *
 * @remarks `docs/annotations/annotations.md` of external-dns, version 0.22.
 * @param prefix - what the cluster's external-dns reads; `undefined` where nobody knows, which leaves nothing to write.
 * @internal
 */
export function annotatedNamesOnly(
  kind: NamedKind,
  prefix: string | undefined,
): Record<string, string> {
  if (prefix === undefined) return {};
  const source = kind === 'Ingress' ? 'ingress' : 'gateway';
  return { [`${prefix}${source}-hostname-source`]: 'annotation-only' };
}
