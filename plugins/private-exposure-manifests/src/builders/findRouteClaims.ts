import { isMap, isNode } from 'yaml';
import { valueAt } from '../edit/editManifest';
import { YamlText, childOf } from '../edit/YamlText';
import { UnsafeEditError } from '../errors';
import {
  RoutePath,
  SharedEntrance,
  namespaceOfRoute,
  normalPath,
} from '../intents/sharedRoute';
import { GROUP_NAME } from './routeObjects';
import { ExistingFiles } from './types';

/** A host and path that an object of a shared entrance leads somewhere. @internal */
export interface RouteClaim {
  file: string;
  /** Counted from 1. */
  line: number;
  /** The object, such as `Ingress payments/payments`. */
  object: string;
  host: string;
  path: string;
  /** `Any` where the type of the path is left to the controller. */
  type: RoutePath['type'] | 'Any';
  /** The Services that it leads to; a port is a number or a name. */
  backends: { namespace: string; name: string; port: unknown }[];
}

/** What the files of a repository say about a shared entrance. @internal */
export interface RouteClaims {
  claims: RouteClaim[];
  /** Files that may say something too, but can't be read. */
  unread: string[];
}

const LEGACY_CLASS = 'kubernetes.io/ingress.class';

const listAt = (value: unknown, ...path: string[]): unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};
const textAt = (value: unknown, ...path: string[]): string | undefined => {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
};

function isMember(plain: unknown, entrance: SharedEntrance): boolean {
  if (entrance.form === 'gateway-api') {
    const own = textAt(plain, 'metadata', 'namespace');
    return listAt(plain, 'spec', 'parentRefs').some(
      parent =>
        textAt(parent, 'name') === entrance.gateway.name &&
        (textAt(parent, 'namespace') ?? own ?? entrance.gateway.namespace) ===
          entrance.gateway.namespace,
    );
  }
  const annotations = ['metadata', 'annotations'];
  if (entrance.form === 'aws-ingress-group')
    return textAt(plain, ...annotations, GROUP_NAME) === entrance.group;
  const className =
    textAt(plain, 'spec', 'ingressClassName') ??
    textAt(plain, ...annotations, LEGACY_CLASS);
  // Without a class it is of the cluster's default one, which may be this.
  return className === undefined || className === entrance.ingressClassName;
}

type Found = Pick<RouteClaim, 'host' | 'path' | 'type' | 'backends'> & {
  at: (string | number)[];
};

function ingressClaims(plain: unknown, namespace: string): Found[] {
  return listAt(plain, 'spec', 'rules').flatMap((rule, index) =>
    listAt(rule, 'http', 'paths').map((each, place): Found => {
      const type = textAt(each, 'pathType');
      const service = ['backend', 'service'];
      const name =
        textAt(each, ...service, 'name') ??
        textAt(each, 'backend', 'serviceName');
      const port =
        valueAt(each, [...service, 'port', 'number']) ??
        valueAt(each, [...service, 'port', 'name']) ??
        valueAt(each, ['backend', 'servicePort']);
      return {
        host: textAt(rule, 'host') ?? '',
        path: textAt(each, 'path') ?? '/',
        type: type === 'Prefix' || type === 'Exact' ? type : 'Any',
        backends: name === undefined ? [] : [{ namespace, name, port }],
        at: ['spec', 'rules', index, 'http', 'paths', place],
      };
    }),
  );
}

function routeClaims(plain: unknown, namespace: string): Found[] {
  const hosts = listAt(plain, 'spec', 'hostnames').map(String);
  return listAt(plain, 'spec', 'rules').flatMap((rule, index) => {
    const backends = listAt(rule, 'backendRefs').map(ref => ({
      namespace: textAt(ref, 'namespace') ?? namespace,
      name: textAt(ref, 'name') ?? '',
      port: valueAt(ref, ['port']),
    }));
    const matches = listAt(rule, 'matches');
    const paths = matches.length ? matches : [{}];
    return paths.flatMap((match): Found[] => {
      const type = textAt(match, 'path', 'type') ?? 'PathPrefix';
      // What asks for a header, a method or a query besides takes a part of the requests alone.
      const isPart = ['headers', 'method', 'queryParams'].some(
        key => valueAt(match, [key]) !== undefined,
      );
      if (isPart || (type !== 'PathPrefix' && type !== 'Exact')) return [];
      return (hosts.length ? hosts : ['']).map(host => ({
        ...{ host, backends },
        path: textAt(match, 'path', 'value') ?? '/',
        type: type === 'Exact' ? 'Exact' : 'Prefix',
        at: ['spec', 'rules', index],
      }));
    });
  });
}

function claimsOfDocument(
  file: YamlText,
  index: number,
  options: { kind: 'Ingress' | 'HTTPRoute'; namespace: string },
): RouteClaim[] {
  const { kind } = options;
  const { contents } = file.documents[index];
  const plain: unknown = file.documents[index].toJS({ maxAliasCount: 100 });
  const namespace = textAt(plain, 'metadata', 'namespace') ?? options.namespace;
  const name = textAt(plain, 'metadata', 'name') ?? '';
  const found =
    kind === 'HTTPRoute'
      ? routeClaims(plain, namespace)
      : ingressClaims(plain, namespace);
  return found.map(({ at, ...claim }) => {
    const node = at.reduce<unknown>(childOf, contents);
    const offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
    return {
      ...claim,
      file: file.path,
      line: file.lines.linePos(offset).line,
      object: `${kind} ${namespace}/${name}`,
    };
  });
}

/** Which hosts and paths one Ingress leads where. @internal */
export function claimsOfIngress(
  file: YamlText,
  document: number,
  namespace: string,
): RouteClaim[] {
  return claimsOfDocument(file, document, { kind: 'Ingress', namespace });
}

function claimsOfFile(file: YamlText, entrance: SharedEntrance): RouteClaim[] {
  const kind = entrance.form === 'gateway-api' ? 'HTTPRoute' : 'Ingress';
  const namespace = namespaceOfRoute(entrance);
  return file.documents.flatMap((document, index) => {
    if (!isMap(document.contents)) return [];
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    if (textAt(plain, 'kind') !== kind || !isMember(plain, entrance)) return [];
    return claimsOfDocument(file, index, { kind, namespace });
  });
}

/**
 * Reads which hosts and paths the objects of a shared entrance lead where, in every manifest that is given.
 *
 * @internal
 */
export function findRouteClaims(
  existing: ExistingFiles,
  entrance: SharedEntrance,
): RouteClaims {
  const claims: RouteClaim[] = [];
  const unread: string[] = [];
  for (const [path, text] of Object.entries(existing)) {
    if (!/\.ya?ml$/.test(path)) continue;
    try {
      claims.push(...claimsOfFile(YamlText.parse(path, text), entrance));
    } catch (error) {
      if (!(error instanceof UnsafeEditError)) throw error;
      unread.push(path);
    }
  }
  return { claims, unread };
}

/** Whether a claim takes the requests of a host and path. @internal */
export function isSameRoute(
  claim: RouteClaim,
  wanted: RoutePath,
  host: string,
): boolean {
  if (claim.host.toLowerCase() !== host) return false;
  if (claim.type !== 'Any' && claim.type !== wanted.type) return false;
  const { type } = wanted;
  return normalPath({ path: claim.path, type }) === normalPath(wanted);
}
