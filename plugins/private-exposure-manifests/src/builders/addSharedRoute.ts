import { EditTarget, appendDocument, findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import {
  RoutePath,
  SharedEntrance,
  SharedRouteIntent,
} from '../intents/sharedRoute';
import { verifyEdit } from '../verify/verifyEdit';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { checkRouteObject } from './checkRouteObject';
import { findRouteClaims } from './findRouteClaims';
import {
  ListPlace,
  appendAt,
  missingPaths,
  placeInIngress,
} from './ingressRoute';
import { ingressObject, routeObject, routeRules } from './routeObjects';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

/** What came of putting a route into a shared entrance. @internal */
export interface SharedRouteFile {
  file: GeneratedFile;
  /** Paths that were not there before. */
  added: RoutePath[];
  /** Files whose routes could not be looked at. */
  unread: string[];
}

function createObject(intent: SharedRouteIntent): ManifestObject {
  const { entrance } = intent;
  return entrance.form === 'gateway-api'
    ? routeObject(intent, entrance)
    : ingressObject([intent], entrance);
}

function placeOf(
  plain: unknown,
  intent: SharedRouteIntent,
  paths: readonly RoutePath[],
): ListPlace {
  return intent.entrance.form === 'gateway-api'
    ? { path: ['spec', 'rules'], items: routeRules(intent.service, paths) }
    : placeInIngress(plain, intent, paths);
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
  const done = appendAt(file, document, placeOf(plain, intent, paths));
  verifyEdit({
    before: file,
    after: done.after,
    ...{ document, changes: [done.change] },
  });
  return done.after.text;
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
  const content = appendDocument(file, created);
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
  const added = missingPaths(intent, claims, 'paths');
  const content = writeObject(intent, existing[path], added);
  return {
    file: { path, content },
    added,
    unread: unread.filter(file => file !== path),
  };
}
