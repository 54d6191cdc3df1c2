import { ApplyState } from './ApplyState';
import { ClusterPart } from './Cluster';
import { collectBackends } from './kubernetes/collectBackends';
import { collectControllerIdentity } from './kubernetes/collectControllerIdentity';
import { collectIngresses } from './kubernetes/collectIngresses';
import { collectRoutes } from './kubernetes/collectRoutes';
import {
  ALB_CONTROLLER,
  ingressControllers,
  ingressesOf,
} from './kubernetes/ingressControllers';
import { KubernetesIngress } from './kubernetes/KubernetesIngress';
import { KubernetesService } from './kubernetes/KubernetesService';
import { Manifest } from './kubernetes/readManifests';
import { DeploymentTarget } from './types';

/**
 * What a repository's manifests bring into their cluster.
 *
 * @throws InputError for an object that the API server refuses.
 * @internal
 */
export function describeClusterPart(
  manifests: Manifest[],
  services: KubernetesService[],
  place: { target: DeploymentTarget; state: ApplyState },
): ClusterPart {
  const { target, state } = place;
  const all = collectIngresses(manifests, target.namespace);
  const controllers = ingressControllers(manifests);
  const ingresses = ingressesOf(ALB_CONTROLLER, all, controllers);
  const routes = collectRoutes(manifests, all, target.namespace);
  return {
    target,
    ingresses,
    backends: collectBackends(manifests, target.namespace),
    controllerIdentity: collectControllerIdentity(manifests, target.namespace),
    entrances: services.map(service => ({
      service,
      dnsName: () => dnsNameOf(state, service)[0],
    })),
    routes,
    dnsSources: cluster => [
      ...routes.map(route => ({
        ...route,
        targets: [cluster.entranceOf(route)?.dnsName() ?? []].flat(),
      })),
      ...services.map(service => ({
        resource: `service/${service.namespace}/${service.name}`,
        kind: 'service' as const,
        annotations: service.annotations,
        hosts: [],
        targets: dnsNameOf(state, service),
      })),
      ...ingresses.map(ingress => ({
        resource: `ingress/${ingress.namespace}/${ingress.name}`,
        kind: 'ingress' as const,
        annotations: ingress.annotations,
        hosts: hostsOf(ingress),
        targets: [cluster.addressOf(ingress) ?? []].flat(),
      })),
    ],
  };
}

/** The address of a Service's resource. @internal */
export function addressOfService(service: {
  namespace: string;
  name: string;
}): string {
  return `Service ${service.namespace}/${service.name}`;
}

function dnsNameOf(state: ApplyState, service: KubernetesService): string[] {
  const attributes = state.find(addressOfService(service));
  return typeof attributes?.dns_name === 'string' ? [attributes.dns_name] : [];
}

function hostsOf({ rules, tlsHosts }: KubernetesIngress): string[] {
  return [...rules.map(({ host }) => host), ...tlsHosts].filter(Boolean);
}
