import { YAMLSeq, isScalar, isSeq, visit } from 'yaml';
import { appendToList } from '../edit/appendYaml';
import { applyChanges } from '../edit/editManifest';
import { YamlChange } from '../edit/editYaml';
import { removeListItem } from '../edit/removeListItem';
import { YamlText, childOf } from '../edit/YamlText';
import { isSameValue } from '../verify/sameValue';
import { ManifestValue } from '../yaml/stringifyManifest';
import {
  AccessParts,
  isAccessAsWritten,
  isSameAccess,
  partAccess,
  principalsOf,
  topicOf,
} from './accessParts';
import { accessIds } from './cloudFormationExposure';
import { SurplusAccess } from './SurplusAccess';
import { ManifestObject } from './types';

/** Whether a file says something with `!Sub` and the like, which plain values don't show. */
function hasTags(file: YamlText): boolean {
  let isFound = false;
  visit(file.documents[0], {
    Node: (_, node) => {
      isFound ||= /^![A-Za-z]/.test(node.tag ?? '');
    },
  });
  return isFound;
}

function listAt(file: YamlText, path: string[]): YAMLSeq<unknown> {
  const list = path.reduce<unknown>(childOf, file.documents[0].contents);
  return isSeq(list) ? list : file.fail(undefined, `has no ${path.join('.')}`);
}

/** Brings a list of texts to what is wanted; those that stay keep their lines. */
function editList(
  file: YamlText,
  path: string[],
  wanted: readonly string[],
): YamlText {
  const textOf = (item: unknown) => (isScalar(item) ? String(item.value) : '');
  const present = listAt(file, path).items.map(textOf);
  const added = wanted
    .filter(text => !present.includes(text))
    .reduce(
      (after, text) => appendToList(after, listAt(after, path), text),
      file,
    );
  return present
    .map((text, index) => ({ text, index }))
    .filter(({ text }) => !wanted.includes(text))
    .reverse()
    .reduce(
      (after, { index }) => removeListItem(after, 0, { path, index }),
      added,
    );
}

/** Puts a resource where another one is, or none, or takes it out. */
function editResource(
  file: YamlText,
  path: string[],
  { before, after }: { before: unknown; after: ManifestValue | undefined },
): YamlText {
  if (isSameValue(before, after)) return file;
  const changes: YamlChange[] = [
    ...(before === undefined ? [] : [{ path }]),
    ...(after === undefined ? [] : [{ path, value: after }]),
  ];
  const whole = { document: 0, base: [] };
  return YamlText.parse(file.path, applyChanges(file, whole, changes));
}

function editYaml(
  file: YamlText,
  options: {
    serviceName: string;
    before: AccessParts;
    template: ManifestObject;
  },
): string {
  const { serviceName, before, template } = options;
  const ids = accessIds(serviceName);
  const wanted = partAccess(template, serviceName);
  const resources = Object(template.Resources) as ManifestObject;
  const list = [
    'Resources',
    ids.permissions,
    'Properties',
    'AllowedPrincipals',
  ];
  const isListed =
    before.permissions !== undefined &&
    wanted.permissions !== undefined &&
    !listAt(file, list).flow;
  const granted = isListed
    ? editList(file, list, principalsOf(wanted))
    : editResource(file, ['Resources', ids.permissions], {
        before: before.permissions,
        after: resources[ids.permissions],
      });
  return editResource(granted, ['Resources', ids.notification], {
    before: before.notification,
    after: resources[ids.notification],
  }).text;
}

/** What goes with the edit, for the pull request. */
function surplusOf(
  before: AccessParts,
  wanted: AccessParts,
  serviceName: string,
): SurplusAccess[] {
  const ids = accessIds(serviceName);
  const kept = principalsOf(wanted);
  const grants = principalsOf(before).filter(arn => !kept.includes(arn));
  const ours = { line: 1, isOurs: true };
  return [
    ...grants.map(value => ({
      kind: 'grant' as const,
      address: ids.permissions,
      value,
      ...ours,
    })),
    ...(before.notification === undefined ||
    isSameValue(before.notification, wanted.notification)
      ? []
      : [
          {
            kind: 'notification' as const,
            address: ids.notification,
            value: topicOf(before),
            ...ours,
          },
        ]),
  ];
}

/**
 * Edits who has access in a template that differs from the wanted one in nothing else, YAML or JSON.
 *
 * @returns `undefined` where more differs, or what is there isn't as the builders write it.
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function editAccessResources(options: {
  path: string;
  text: string;
  template: ManifestObject;
  serviceName: string;
}): { content: string; surplus: SurplusAccess[] } | undefined {
  const { path, text, template, serviceName } = options;
  const file = YamlText.parse(path, text);
  if (file.documents.length !== 1 || hasTags(file)) return undefined;
  const plain: unknown = file.documents[0].toJS({ maxAliasCount: 100 });
  const before = partAccess(plain, serviceName);
  const wanted = partAccess(template, serviceName);
  if (!isSameValue(before.rest, wanted.rest)) return undefined;
  if (!isAccessAsWritten(before, serviceName)) return undefined;
  if (isSameAccess(before, wanted)) return { content: text, surplus: [] };
  const surplus = surplusOf(before, wanted, serviceName);
  // Nothing but values stands in JSON as this package writes it.
  if (text === `${JSON.stringify(plain, undefined, 2)}\n`)
    return { content: `${JSON.stringify(template, undefined, 2)}\n`, surplus };
  return {
    content: editYaml(file, { serviceName, before, template }),
    surplus,
  };
}
