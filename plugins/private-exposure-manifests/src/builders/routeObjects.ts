import {
  RoutePath,
  SharedEntrance,
  SharedRouteIntent,
} from '../intents/sharedRoute';
import { ManifestObject } from './types';

/** What the annotations of an Application Load Balancer begin with. @internal */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';
/** The annotation by which an Ingress shares a load balancer. @internal */
export const GROUP_NAME = `${ALB_PREFIX}group.name`;
/** Most matches that a rule of an HTTPRoute takes (Gateway API, HTTPRouteRule). */
const MAX_MATCHES = 8;

type IngressEntrance = Exclude<SharedEntrance, { form: 'gateway-api' }>;
type GatewayEntrance = Extract<SharedEntrance, { form: 'gateway-api' }>;
type Annotations = Record<string, string>;

/** Name and place of the object that holds a route. @internal */
export function objectOfRoute(entrance: SharedEntrance) {
  return 'route' in entrance
    ? ({
        ...entrance.route,
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
      } as const)
    : ({
        ...entrance.ingress,
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
      } as const);
}

/** Paths of a host that lead to a port of a Service. @internal */
export interface Route {
  /** Every host that nothing else answers unless given. */
  host?: string;
  paths: readonly RoutePath[];
  service: { name: string; namespace: string; port: number };
}

/** A path of an Ingress with the Service behind it. @internal */
export function ingressPath(
  { path, type }: RoutePath,
  { name, port }: { name: string; port: number },
): ManifestObject {
  return {
    path,
    pathType: type,
    backend: { service: { name, port: { number: port } } },
  };
}

/** The rule of an Ingress for some paths of a host. @internal */
export function ingressRule(
  { host, service }: Route,
  paths: readonly RoutePath[],
): ManifestObject {
  return {
    ...(host === undefined ? {} : { host }),
    http: { paths: paths.map(path => ingressPath(path, service)) },
  };
}

function groupAnnotations(entrance: IngressEntrance): Annotations {
  if (entrance.form !== 'aws-ingress-group') return {};
  const { group, order, certificateArn } = entrance;
  return {
    [GROUP_NAME]: group,
    ...(order === undefined
      ? {}
      : { [`${ALB_PREFIX}group.order`]: String(order) }),
    // Each member says where it listens; what the others say does not count for it.
    ...(certificateArn
      ? {
          [`${ALB_PREFIX}listen-ports`]: JSON.stringify([{ HTTPS: 443 }]),
          [`${ALB_PREFIX}certificate-arn`]: certificateArn,
        }
      : {}),
    // Pods are reached themselves, so that the Service needs no port on the nodes.
    [`${ALB_PREFIX}target-type`]: 'ip',
  };
}

function metadataOf(
  name: { name: string; namespace: string },
  annotations: Annotations,
): ManifestObject {
  return {
    ...name,
    ...(Object.keys(annotations).length ? { annotations } : {}),
  };
}

/**
 * A new Ingress that joins a shared entrance.
 *
 * @param routes - one for each host
 * @param annotations - more of them, behind those of the entrance
 * @internal
 */
export function ingressObject(
  routes: readonly Route[],
  entrance: IngressEntrance,
  annotations: Annotations = {},
): ManifestObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadataOf(entrance.ingress, {
      ...groupAnnotations(entrance),
      ...annotations,
    }),
    spec: {
      ingressClassName: entrance.ingressClassName,
      rules: routes.map(route => ingressRule(route, route.paths)),
    },
  };
}

/** Rules of an HTTPRoute that lead paths to the Service; as many as the paths need. @internal */
export function routeRules(
  { name, port }: SharedRouteIntent['service'],
  paths: readonly RoutePath[],
): ManifestObject[] {
  const count = Math.ceil(paths.length / MAX_MATCHES);
  return Array.from({ length: count }, (_, index) => ({
    matches: paths
      .slice(index * MAX_MATCHES, (index + 1) * MAX_MATCHES)
      .map(({ path, type }) => ({
        path: { type: type === 'Prefix' ? 'PathPrefix' : type, value: path },
      })),
    backendRefs: [{ name, port }],
  }));
}

/** A new HTTPRoute of a shared Gateway, with annotations of its own. @internal */
export function routeObject(
  { host, service, paths }: SharedRouteIntent,
  { route, gateway }: GatewayEntrance,
  annotations: Annotations = {},
): ManifestObject {
  const { name, namespace, sectionName } = gateway;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadataOf(route, annotations),
    spec: {
      parentRefs: [
        { name, namespace, ...(sectionName ? { sectionName } : {}) },
      ],
      hostnames: [host],
      rules: routeRules(service, paths),
    },
  };
}
