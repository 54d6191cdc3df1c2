import { isMap, isNode } from 'yaml';
import { valueAt } from '../edit/editManifest';
import { YamlText, childOf } from '../edit/YamlText';
import { isSameValue } from '../verify/sameValue';
import { SharedEntrance, SharedRouteIntent } from '../intents/sharedRoute';
import { GROUP_NAME } from './routeObjects';

/** An object of a shared entrance as it stands in a file. */
interface RouteObject {
  file: YamlText;
  document: number;
  plain: unknown;
}

function failAt(
  { file, document }: RouteObject,
  path: (string | number)[],
  message: string,
): never {
  const { contents } = file.documents[document];
  const node = path.reduce<unknown>(childOf, contents);
  const range = isNode(node) ? node.range : undefined;
  return file.fail(
    range?.[0] ?? (isMap(contents) ? contents.range?.[0] : undefined),
    message,
  );
}

// Kubernetes 1.22 removed the old forms of Ingress, whose backends and paths are written otherwise; the Gateway API's
// HTTPRoute is served as v1 and v1beta1 alone since its version 1.0.
const SERVED: Record<'Ingress' | 'HTTPRoute', readonly string[]> = {
  Ingress: ['networking.k8s.io/v1'],
  HTTPRoute: [
    'gateway.networking.k8s.io/v1',
    'gateway.networking.k8s.io/v1beta1',
  ],
};

function checkVersion(object: RouteObject, kind: keyof typeof SERVED): void {
  const version = String(valueAt(object.plain, ['apiVersion']));
  const served = SERVED[kind];
  if (served.includes(version)) return;
  failAt(
    object,
    ['apiVersion'],
    `is of ${version}, which Kubernetes no longer serves for ${kind}; write it as ${
      served[0]
    } first${
      kind === 'Ingress'
        ? ' (service.name and service.port for its backends, a pathType for each path)'
        : ''
    }`,
  );
}

function checkIngress(
  object: RouteObject,
  entrance: Exclude<SharedEntrance, { form: 'gateway-api' }>,
): void {
  const { plain } = object;
  const annotations = ['metadata', 'annotations'];
  const className = valueAt(plain, ['spec', 'ingressClassName']);
  const legacy = valueAt(plain, [
    ...annotations,
    'kubernetes.io/ingress.class',
  ]);
  const found = className ?? legacy;
  if (found !== undefined && found !== entrance.ingressClassName) {
    const path =
      className === undefined
        ? [...annotations, 'kubernetes.io/ingress.class']
        : ['spec', 'ingressClassName'];
    failAt(
      object,
      path,
      `is of class '${String(found)}' and not of '${
        entrance.ingressClassName
      }', so that the route would stand at another entrance; name the Ingress of this one`,
    );
  }
  if (entrance.form !== 'aws-ingress-group') return;
  const group = valueAt(plain, [...annotations, GROUP_NAME]);
  if (group === entrance.group) return;
  failAt(
    object,
    [...annotations, GROUP_NAME],
    group === undefined
      ? `is in no group; joining '${entrance.group}' would replace its load balancer. Name another Ingress, or move it by hand`
      : `is in the group '${String(group)}' and not in '${
          entrance.group
        }'; name another Ingress, or move it by hand`,
  );
}

function checkRoute(
  object: RouteObject,
  entrance: Extract<SharedEntrance, { form: 'gateway-api' }>,
  host: string,
): void {
  const { plain } = object;
  const { name, namespace, sectionName } = entrance.gateway;
  const parents = valueAt(plain, ['spec', 'parentRefs']);
  const isAttached =
    Array.isArray(parents) &&
    parents.some(
      parent =>
        valueAt(parent, ['name']) === name &&
        (valueAt(parent, ['namespace']) ?? entrance.route.namespace) ===
          namespace &&
        [undefined, sectionName].includes(
          valueAt(parent, ['sectionName']) as string | undefined,
        ),
    );
  if (!isAttached) {
    failAt(
      object,
      ['spec', 'parentRefs'],
      `is not a route of the Gateway ${namespace}/${name}; name another HTTPRoute, or add the Gateway by hand`,
    );
  }
  if (isSameValue(valueAt(plain, ['spec', 'hostnames']), [host])) return;
  failAt(
    object,
    ['spec', 'hostnames'],
    `is not the route of '${host}' alone, and all rules of a route hold for all its host names; name another HTTPRoute`,
  );
}

/**
 * Refuses an Ingress of a version that Kubernetes no longer serves.
 *
 * @throws {@link UnsafeEditError} with the line.
 * @internal
 */
export function checkIngressVersion(
  file: YamlText,
  document: number,
  plain: unknown,
): void {
  checkVersion({ file, document, plain }, 'Ingress');
}

/**
 * Refuses an object that is not of the entrance, or that can't take a route.
 *
 * @throws {@link UnsafeEditError} with the line.
 * @internal
 */
export function checkRouteObject(
  file: YamlText,
  document: number,
  options: { plain: unknown; intent: SharedRouteIntent },
): void {
  const { plain, intent } = options;
  const object = { file, document, plain };
  const { entrance } = intent;
  if (entrance.form === 'gateway-api') {
    checkVersion(object, 'HTTPRoute');
    checkRoute(object, entrance, intent.host);
  } else {
    checkVersion(object, 'Ingress');
    checkIngress(object, entrance);
  }
}
