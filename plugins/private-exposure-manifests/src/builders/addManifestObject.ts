import { appendDocument, findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { isSameValue } from '../verify/sameValue';
import { verifyEdit } from '../verify/verifyEdit';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { ManifestObject } from './types';

/** Name and place of an object. @internal */
export interface ObjectName {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
}

/** What identifies an object in a file. @internal */
export function matchObject({ apiVersion, kind, name, namespace }: ObjectName) {
  return {
    match: [
      { path: ['apiVersion'], value: apiVersion },
      { path: ['kind'], value: kind },
      { path: ['metadata', 'name'], value: name },
      { path: ['metadata', 'namespace'], value: namespace },
    ],
    ...{ create: {}, settings: [], annotations: [], superseded: [] },
  };
}

/**
 * Puts an object into a manifest as a document after the others, or leaves the one that is there.
 *
 * @param options - `isKept`: whether one that says something else stays, for somebody else keeps it; without this it is
 * refused.
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function addManifestObject(options: {
  path: string;
  before: string | undefined;
  name: ObjectName;
  /** The object, asked for where it is missing. */
  create: () => ManifestObject;
  isKept?: boolean;
}): string {
  const { path, before, name, create, isKept = false } = options;
  if (before === undefined || before.trim() === '') {
    const created = create();
    const content = stringifyManifest(created);
    verifyManifest({ path, content, wanted: [created] });
    return content;
  }
  const file = YamlText.parse(path, before);
  const target = findTarget(file, matchObject(name));
  if (!target) {
    const created = create();
    const content = appendDocument(file, created);
    const after = YamlText.parse(path, content);
    verifyEdit({ before: file, after, added: created });
    return content;
  }
  const document = file.documents[target.document];
  if (!isKept && !isSameValue(document.toJS({ maxAliasCount: 100 }), create()))
    file.fail(
      document.contents?.range[0],
      `has ${name.kind} ${name.namespace}/${name.name} already, and it says something else; change it by hand, or choose another name`,
    );
  return before;
}
