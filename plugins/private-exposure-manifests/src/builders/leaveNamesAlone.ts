import { applyChanges, findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { ObjectName, matchObject } from './addManifestObject';
import { NamedKind, annotatedNamesOnly } from './annotatedNamesOnly';
import { recordsOfManifest } from './recordsOfManifest';
import { GeneratedFile } from './types';

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
