import { KubernetesService } from './KubernetesService';

/**
 * A route that leads through a shared entrance: an Ingress of ingress-nginx, or an HTTPRoute of a Gateway.
 * @internal
 */
export interface ClusterRoute {
  /** `ingress/<namespace>/<name>` or `httproute/<namespace>/<name>`. */
  resource: string;
  kind: 'ingress' | 'httproute';
  annotations: Record<string, string>;
  hosts: string[];
  /** Services that requests are led to. */
  services: string[];
  /** What the entrance is, in words. */
  entrance: string;
  /** Whether a Service of type LoadBalancer is that entrance. */
  isEntrance: (service: KubernetesService) => boolean;
}
