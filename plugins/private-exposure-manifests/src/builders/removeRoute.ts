import { findTarget, valueAt } from '../edit/editManifest';
import { removeDocument } from '../edit/removeDocument';
import { removeListItem } from '../edit/removeListItem';
import { YamlText } from '../edit/YamlText';
import { SharedEntrance } from '../intents/sharedRoute';
import { matchObject } from './addManifestObject';
import { objectOfRoute } from './routeObjects';

/** What is taken out of the object of a shared entrance. @internal */
export interface RemovedRoute {
  entrance: SharedEntrance;
  hosts: readonly string[];
  /** The Service that the hosts have to lead to. */
  service: { name: string };
}

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : [];

function backendsOf(rule: unknown): unknown[] {
  const paths = asList(valueAt(rule, ['http', 'paths']));
  return paths.map(path => valueAt(path, ['backend', 'service', 'name']));
}

function refuseOther(
  file: YamlText,
  document: number,
  hosts: readonly string[],
  other: unknown,
): never {
  return file.fail(
    file.documents[document].contents?.range[0],
    `leads a part of ${hosts.join(', ')} to the Service ${String(
      other,
    )} as well; take the paths out by hand`,
  );
}

function removeFromIngress(
  file: YamlText,
  document: number,
  { hosts, service }: RemovedRoute,
): string | undefined {
  const rules = asList(
    valueAt(file.documents[document].toJS({ maxAliasCount: 100 }), [
      'spec',
      'rules',
    ]),
  );
  const doomed = rules.flatMap((rule, index) =>
    hosts.includes(String(valueAt(rule, ['host']))) ? [index] : [],
  );
  const other = doomed
    .flatMap(index => backendsOf(rules[index]))
    .find(name => name !== service.name);
  if (other !== undefined) return refuseOther(file, document, hosts, other);
  if (doomed.length === rules.length) return removeDocument(file, document);
  return [...doomed]
    .reverse()
    .reduce(
      (each, index) =>
        removeListItem(each, document, { path: ['spec', 'rules'], index }),
      file,
    ).text;
}

function removeHttpRoute(
  file: YamlText,
  document: number,
  { hosts, service }: RemovedRoute,
): string | undefined {
  const plain: unknown = file.documents[document].toJS({ maxAliasCount: 100 });
  const names = asList(valueAt(plain, ['spec', 'hostnames']));
  const other = asList(valueAt(plain, ['spec', 'rules']))
    .flatMap(rule => asList(valueAt(rule, ['backendRefs'])))
    .map(ref => valueAt(ref, ['name']))
    .find(name => name !== service.name);
  if (other !== undefined) return refuseOther(file, document, hosts, other);
  if (names.length > 0 && names.every(name => hosts.includes(String(name))))
    return removeDocument(file, document);
  return file.fail(
    file.documents[document].contents?.range[0],
    `routes other names than ${hosts.join(', ')}; take these out by hand`,
  );
}

/**
 * Takes hosts out of the object of a shared entrance. An object that has no others goes; one that is gone is behind us.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError} where another Service has a part of the hosts, or the object can't be edited safely.
 * @internal
 */
export function removeRoute(
  text: string,
  removed: RemovedRoute,
): string | undefined {
  const { entrance } = removed;
  const file = YamlText.parse(entrance.path, text);
  const isRoute = 'route' in entrance;
  const target = findTarget(file, matchObject(objectOfRoute(entrance)));
  if (!target) return text;
  return isRoute
    ? removeHttpRoute(file, target.document, removed)
    : removeFromIngress(file, target.document, removed);
}
