import { Scope, World } from '../world';

/**
 * Where a repository's main branch goes: a cluster, and the account and region of its Terraform.
 * @internal
 */
export interface DeploymentTarget extends Scope {
  /** Name of the cluster, as the load balancer controller tags with it. */
  cluster: string;
  /** VPC of the cluster. */
  vpcId: string;
  /** Subnets for load balancers that name none. */
  subnetIds: string[];
  /** Namespace of manifests that name none. */
  namespace: string;
  /** Values that the pipeline passes to Terraform variables and CloudFormation parameters. */
  variables?: Record<string, string>;
  /** Ids that resources get when they are first made, by address: for seeds that others refer to. */
  plannedIds?: Readonly<Record<string, string>>;
}

/**
 * A text file of a repository.
 * @internal
 */
export interface SourceFile {
  path: string;
  text: string;
}

/**
 * What one resource needs to act in the world.
 * @internal
 */
export interface ApplyContext {
  world: World;
  scope: Scope;
  target: DeploymentTarget;
  /** The id that a new resource is to have. */
  plannedId?: string;
}
