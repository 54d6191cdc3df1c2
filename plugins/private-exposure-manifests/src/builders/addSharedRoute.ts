import { isSeq } from 'yaml';
import { appendMapToList } from '../edit/appendYaml';
import { EditTarget, findTarget, valueAt } from '../edit/editManifest';
import { YamlText, childOf } from '../edit/YamlText';
import { applyYamlChange } from '../edit/editYaml';
import { InvalidIntentError } from '../errors';
import {
  RoutePath,
  SharedEntrance,
  SharedRouteIntent,
} from '../intents/sharedRoute';
import { verifyEdit } from '../verify/verifyEdit';
import { verifyManifest } from '../verify/verifyManifest';
import { ManifestValue, stringifyManifest } from '../yaml/stringifyManifest';
import { RouteClaim, findRouteClaims, isSameRoute } from './findRouteClaims';
import { ManifestPath } from './manifestPlan';
import {
  ingressObject,
  ingressPath,
  ingressRule,
  routeObject,
  routeRules,
} from './routeObjects';
import { checkRouteObject } from './checkRouteObject';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

/** What came of putting a route into a shared entrance. @internal */
export interface SharedRouteFile {
  file: GeneratedFile;
  /** Paths that were not there before. */
  added: RoutePath[];
  /** Files whose routes could not be looked at. */
  unread: string[];
}

function leadsTo(claim: RouteClaim, { service }: SharedRouteIntent): boolean {
  return (
    claim.backends.length === 1 &&
    claim.backends[0].name === service.name &&
    claim.backends[0].namespace === service.namespace
  );
}

function describeBackends({ backends }: RouteClaim): string {
  return (
    backends
      .map(({ namespace, name }) => `${namespace}/${name}`)
      .join(' and ') || 'no Service'
  );
}

/**
 * The paths that nothing leads to the Service yet.
 *
 * @throws {@link InvalidIntentError} where something else has one of them, naming it.
 */
function pathsToAdd(
  intent: SharedRouteIntent,
  claims: readonly RouteClaim[],
): RoutePath[] {
  return intent.paths.filter((wanted, index) => {
    const same = claims.filter(claim =>
      isSameRoute(claim, wanted, intent.host),
    );
    const refuse = (claim: RouteClaim, message: string) => {
      const place = `${claim.object} (${claim.file}:${claim.line})`;
      throw new InvalidIntentError({
        field: `paths[${index}]`,
        message: `${intent.host}${wanted.path} ${message} by ${place}`,
      });
    };
    for (const claim of same) {
      if (!leadsTo(claim, intent))
        refuse(claim, `is led to ${describeBackends(claim)} already,`);
      if (typeof claim.backends[0].port === 'string') continue;
      if (claim.backends[0].port !== intent.service.port) {
        refuse(
          claim,
          `is led to port ${String(
            claim.backends[0].port,
          )} of this Service already,`,
        );
      }
    }
    return same.length === 0;
  });
}

function createObject(intent: SharedRouteIntent): ManifestObject {
  const { entrance } = intent;
  return entrance.form === 'gateway-api'
    ? routeObject(intent, entrance)
    : ingressObject(intent, entrance);
}

/** One map more in a list of a document, or the list itself where there is none. */
function appendAt(
  file: YamlText,
  document: number,
  place: { path: ManifestPath; items: ManifestObject[] },
): YamlText {
  const { path, items } = place;
  const root = (each: YamlText) => each.documents[document].contents;
  const list = path.reduce<unknown>(childOf, root(file));
  if (!isSeq(list))
    return applyYamlChange(file, document, { path, value: items });
  return items.reduce((each, item) => {
    const node = path.reduce<unknown>(childOf, root(each));
    return isSeq(node) ? appendMapToList(each, node, item) : each;
  }, file);
}

function placeOf(
  plain: unknown,
  intent: SharedRouteIntent,
  paths: readonly RoutePath[],
): { path: ManifestPath; items: ManifestObject[] } {
  const rules = ['spec', 'rules'];
  if (intent.entrance.form === 'gateway-api')
    return { path: rules, items: routeRules(intent.service, paths) };
  const found = valueAt(plain, rules);
  const index = Array.isArray(found)
    ? found.findIndex(
        rule =>
          String(valueAt(rule, ['host'])).toLowerCase() === intent.host &&
          typeof valueAt(rule, ['http']) === 'object',
      )
    : -1;
  return index < 0
    ? { path: rules, items: [ingressRule(intent, paths)] }
    : {
        path: [...rules, index, 'http', 'paths'],
        items: paths.map(path => ingressPath(path, intent.service)),
      };
}

function editObject(
  file: YamlText,
  { document }: EditTarget,
  change: { intent: SharedRouteIntent; paths: readonly RoutePath[] },
): string {
  const { intent, paths } = change;
  const plain: unknown = file.documents[document].toJS({ maxAliasCount: 100 });
  checkRouteObject(file, document, { plain, intent });
  if (paths.length === 0) return file.text;
  const place = placeOf(plain, intent, paths);
  const after = appendAt(file, document, place);
  const before = valueAt(plain, place.path);
  const value = [
    ...(Array.isArray(before) ? (before as ManifestValue[]) : []),
    ...place.items,
  ];
  const changes = [{ path: place.path, value }];
  verifyEdit({ before: file, after, document, changes });
  return after.text;
}

function findObject(
  file: YamlText,
  entrance: SharedEntrance,
): EditTarget | undefined {
  const { name, namespace } =
    'route' in entrance ? entrance.route : entrance.ingress;
  return findTarget(file, {
    match: [
      { path: ['kind'], value: 'route' in entrance ? 'HTTPRoute' : 'Ingress' },
      { path: ['metadata', 'name'], value: name },
      { path: ['metadata', 'namespace'], value: namespace },
    ],
    ...{ create: {}, settings: [], annotations: [], superseded: [] },
  });
}

function writeObject(
  intent: SharedRouteIntent,
  before: string | undefined,
  paths: readonly RoutePath[],
): string {
  const { path } = intent.entrance;
  const created = createObject({ ...intent, paths: [...paths] });
  const text = stringifyManifest(created);
  if (before === undefined || before.trim() === '') {
    if (paths.length === 0) return before ?? '';
    verifyManifest({ path, content: text, wanted: [created] });
    return text;
  }
  const file = YamlText.parse(path, before);
  const target = findObject(file, intent.entrance);
  if (target) return editObject(file, target, { intent, paths });
  if (paths.length === 0) return before;
  const kept = before.replace(/(\r?\n)*$/, file.eol);
  const separator = /(^|\n)---\s*$/.test(kept) ? '' : `---${file.eol}`;
  const content = `${kept}${separator}${text.replaceAll('\n', file.eol)}`;
  const after = YamlText.parse(path, content);
  verifyEdit({ before: file, after, added: created });
  return content;
}

/**
 * Puts a host and its paths into the object of a shared entrance: into a new file, into the object that is there, its
 * comments and order kept, or as a document after the others of the file.
 *
 * @throws {@link InvalidIntentError} where another Service has the same host and path.
 * @throws {@link UnsafeEditError} where the object can't be edited safely, or is of a removed API version.
 * @internal
 */
export function addSharedRoute(
  intent: SharedRouteIntent,
  existing: ExistingFiles,
): SharedRouteFile {
  const { path } = intent.entrance;
  const { claims, unread } = findRouteClaims(existing, intent.entrance);
  const added = pathsToAdd(intent, claims);
  const content = writeObject(intent, existing[path], added);
  return {
    file: { path, content },
    added,
    unread: unread.filter(file => file !== path),
  };
}
