import { AwsLoadBalancerInput } from '../intents/awsLoadBalancer';

type LoadBalancer = NonNullable<AwsLoadBalancerInput['loadBalancer']>;

/**
 * What a person asks for when a service is to be reached through an Application Load Balancer. What is left out, or
 * empty, is made from the entity's name; accounts, region and subnets are the cluster's.
 *
 * @public
 */
export interface LoadBalancerRequest {
  /** Folder of the repository that paths are relative to; its root unless given. */
  folder?: string;
  /** Why it is needed, for the reviewer. */
  reason?: string;
  /** Path of the file with the Service and the Ingress. */
  manifestPath?: string;
  /** The Service, reached inside the cluster alone. */
  service?: Partial<AwsLoadBalancerInput['service']>;
  /** The only host that is answered. */
  host?: string;
  /** Paths that are answered, with all below them. */
  paths?: string[];
  /** Port of the Service; its first unless given. */
  port?: number;
  /** Name of the Ingress; the Service's unless given. */
  ingressName?: string;
  /** Class of the Ingress; that of the cluster's profile, or `alb`, unless given. */
  ingressClassName?: string;
  /** The load balancer, apart from what the cluster decides. */
  loadBalancer?: Omit<LoadBalancer, 'subnets' | 'group' | 'healthCheck'> & {
    /** A group of Ingresses that share it. */
    group?: string;
    /** Path of the health check. */
    healthCheckPath?: string;
  };
}
