/**
 * A port of a Service.
 * @internal
 */
export interface ServicePort {
  name?: string;
  port: number;
  protocol: string;
}

/**
 * A Service of type LoadBalancer, as its controller reads it.
 * @internal
 */
export interface KubernetesService {
  namespace: string;
  name: string;
  annotations: Record<string, string>;
  loadBalancerClass?: string;
  sourceRanges: string[];
  ports: ServicePort[];
  /** How often a Service of this name was deleted before: one that is made again has another uid. */
  deletions?: number;
  /** How many pods stand behind it. */
  replicas: number;
  /** The whole spec, of a Service that is written out. */
  spec?: Record<string, unknown>;
}
