import { ServicePort } from './KubernetesService';

/**
 * A Service of any type, as what stands behind an Ingress or a route.
 * @internal
 */
export interface ClusterBackend {
  namespace: string;
  name: string;
  annotations: Record<string, string>;
  type: string;
  ports: (ServicePort & { targetPort: number | string; nodePort?: number })[];
  /** How many pods stand behind it. */
  replicas: number;
}
