import { isSeq } from 'yaml';
import { appendMapToList } from '../edit/appendYaml';
import { valueAt } from '../edit/editManifest';
import { YamlChange, applyYamlChange } from '../edit/editYaml';
import { YamlText, childOf } from '../edit/YamlText';
import { InvalidIntentError } from '../errors';
import { RoutePath } from '../intents/sharedRoute';
import { ManifestValue } from '../yaml/stringifyManifest';
import { RouteClaim, isSameRoute } from './findRouteClaims';
import { ManifestPath } from './manifestPlan';
import { Route, ingressPath, ingressRule } from './routeObjects';
import { ManifestObject } from './types';

/** A list of a document that gets more maps. @internal */
export interface ListPlace {
  path: ManifestPath;
  items: ManifestObject[];
}

function leadsTo(claim: RouteClaim, { service }: Route): boolean {
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
 * @param field - what the intent calls the list of paths
 * @throws {@link InvalidIntentError} where something else has one of them, naming it.
 * @internal
 */
export function missingPaths(
  route: Route,
  claims: readonly RouteClaim[],
  field: string,
): RoutePath[] {
  const { host = '', service } = route;
  return route.paths.filter((wanted, index) => {
    const same = claims.filter(claim => isSameRoute(claim, wanted, host));
    for (const claim of same) {
      const [{ port } = { port: undefined }] = claim.backends;
      const isOther = !leadsTo(claim, route);
      // What a port's name stands for, the Service alone says.
      if (!isOther && (typeof port === 'string' || port === service.port))
        continue;
      const what = isOther
        ? describeBackends(claim)
        : `port ${String(port)} of this Service`;
      throw new InvalidIntentError({
        field: `${field}[${index}]`,
        message: `${host}${wanted.path} is led to ${what} already, by ${claim.object} (${claim.file}:${claim.line})`,
      });
    }
    return same.length === 0;
  });
}

/** Where in an Ingress some paths of a host go: behind those of the host, or as a rule behind the others. @internal */
export function placeInIngress(
  plain: unknown,
  route: Route,
  paths: readonly RoutePath[],
): ListPlace {
  const rules = ['spec', 'rules'];
  const found = valueAt(plain, rules);
  const isHost = (rule: unknown) => {
    const host = valueAt(rule, ['host']);
    return typeof host === 'string'
      ? host.toLowerCase() === route.host
      : route.host === undefined;
  };
  const index = Array.isArray(found)
    ? found.findIndex(
        rule => isHost(rule) && typeof valueAt(rule, ['http']) === 'object',
      )
    : -1;
  return index < 0
    ? { path: rules, items: [ingressRule(route, paths)] }
    : {
        path: [...rules, index, 'http', 'paths'],
        items: paths.map(path => ingressPath(path, route.service)),
      };
}

/**
 * Puts more maps into a list of a document, behind those that are there.
 *
 * @returns The file, and what changed for {@link verifyEdit}.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function appendAt(
  file: YamlText,
  document: number,
  { path, items }: ListPlace,
): { after: YamlText; change: YamlChange } {
  const listOf = (each: YamlText) =>
    path.reduce<unknown>(childOf, each.documents[document].contents);
  const plain: unknown = file.documents[document].toJS({ maxAliasCount: 100 });
  const before = valueAt(plain, path);
  const value = [
    ...(Array.isArray(before) ? (before as ManifestValue[]) : []),
    ...items,
  ];
  const after = isSeq(listOf(file))
    ? items.reduce((each, item) => {
        const list = listOf(each);
        return isSeq(list) ? appendMapToList(each, list, item) : each;
      }, file)
    : applyYamlChange(file, document, { path, value: items });
  return { after, change: { path, value } };
}
