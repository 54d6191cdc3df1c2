import { ClusterRoute } from './ClusterRoute';
import {
  NGINX_CONTROLLER,
  ingressControllers,
  ingressesOf,
} from './ingressControllers';
import { KubernetesIngress } from './KubernetesIngress';
import { KubernetesService } from './KubernetesService';
import {
  isRecord,
  Manifest,
  recordsAt,
  stringsAt,
  textAt,
  valueAt,
} from './readManifests';

const GATEWAY_LABEL = 'gateway.networking.k8s.io/gateway-name';

/**
 * The routes through shared entrances among manifests: Ingresses of ingress-nginx, and HTTPRoutes.
 *
 * @throws InputError for an object that the API server refuses.
 * @internal
 */
export function collectRoutes(
  manifests: Manifest[],
  ingresses: KubernetesIngress[],
  defaultNamespace: string,
): ClusterRoute[] {
  const own = ingressesOf(
    NGINX_CONTROLLER,
    ingresses,
    ingressControllers(manifests),
  );
  const routes = manifests
    .filter(({ object }) => object.kind === 'HTTPRoute')
    .map(({ object }) => fromHttpRoute(object, defaultNamespace));
  return [...own.map(fromIngress), ...routes];
}

function fromIngress(ingress: KubernetesIngress): ClusterRoute {
  const { namespace, name, annotations, rules, tlsHosts } = ingress;
  const paths = rules.flatMap(rule => rule.paths);
  const hosts = [...rules.map(({ host }) => host), ...tlsHosts];
  return {
    resource: `ingress/${namespace}/${name}`,
    kind: 'ingress',
    annotations,
    hosts: [...new Set(hosts)].filter(Boolean),
    services: [
      ...new Set(paths.map(({ backend }) => `${namespace}/${backend.service}`)),
    ],
    entrance: 'ingress-nginx',
    isEntrance: service =>
      selects(service, 'app.kubernetes.io/name', 'ingress-nginx'),
  };
}

function fromHttpRoute(
  object: Record<string, unknown>,
  defaultNamespace: string,
): ClusterRoute {
  const namespace = textAt(object, 'metadata', 'namespace') ?? defaultNamespace;
  const name = textAt(object, 'metadata', 'name') ?? '';
  const [parent] = recordsAt(object, 'spec', 'parentRefs');
  const gateway = textAt(parent, 'name') ?? '';
  const place = textAt(parent, 'namespace') ?? namespace;
  const hosts = valueAt(object, 'spec', 'hostnames');
  return {
    resource: `httproute/${namespace}/${name}`,
    kind: 'httproute',
    annotations: stringsAt(object, 'metadata', 'annotations'),
    hosts: Array.isArray(hosts) ? hosts.map(String) : [],
    services: recordsAt(object, 'spec', 'rules')
      .flatMap(rule => recordsAt(rule, 'backendRefs'))
      .map(
        ref =>
          `${textAt(ref, 'namespace') ?? namespace}/${textAt(ref, 'name')}`,
      ),
    entrance: `the Gateway ${place}/${gateway}`,
    // Controllers name the Service after the Gateway, or mark it with the label of the Gateway API.
    isEntrance: service =>
      service.namespace === place &&
      (service.name === gateway ||
        service.name.startsWith(`${gateway}-`) ||
        selects(service, GATEWAY_LABEL, gateway)),
  };
}

function selects(
  { spec }: KubernetesService,
  key: string,
  value: string,
): boolean {
  const selector = valueAt(spec, 'selector');
  return isRecord(selector) && selector[key] === value;
}
