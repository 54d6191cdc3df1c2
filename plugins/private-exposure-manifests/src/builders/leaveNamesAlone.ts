import { applyChanges, findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { ObjectName, matchObject } from './addManifestObject';
import { recordsOfManifest } from './recordsOfManifest';
import { GeneratedFile } from './types';

/** The objects that external-dns takes names from, besides Services. */
type NamedKind = 'Ingress' | 'HTTPRoute';

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

/**
 * Keeps external-dns from the published names of an object, which others keep the records of. An object with names of
 * others stays as it is, for their records would go too.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function leaveNamesAlone(
  { path, content }: GeneratedFile,
  options: {
    object: ObjectName & { kind: NamedKind };
    hostNames: readonly string[];
    prefix: string | undefined;
  },
): GeneratedFile {
  const { object, hostNames, prefix } = options;
  if (prefix === undefined) return { path, content };
  const file = YamlText.parse(path, content);
  const target = findTarget(file, matchObject(object));
  const records = recordsOfManifest(file, { prefix }).find(
    ({ document }) => document === target?.document,
  );
  if (!target || !records?.names.every(name => hostNames.includes(name)))
    return { path, content };
  const wanted = annotatedNamesOnly(object.kind, prefix);
  const changes = Object.entries(wanted).map(([key, value]) => ({
    path: ['metadata', 'annotations', key],
    value,
  }));
  return { path, content: applyChanges(file, target, changes) };
}
