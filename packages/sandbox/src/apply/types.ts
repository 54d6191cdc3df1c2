import { AzureWorld } from '../azureWorld';
import { Scope, World } from '../world';

/**
 * Where a repository of Azure's goes: the cluster's network, and the subscription of its Terraform.
 * @internal
 */
export interface AzureTarget {
  subscriptionId: string;
  location: string;
  /** Where the cloud provider makes load balancers and private link services. */
  nodeResourceGroup: string;
  /** Where its Bicep is deployed to. */
  resourceGroup: string;
  /** Id of the cluster's virtual network. */
  networkId: string;
  /** Name of the subnet that holds where a Service names none. */
  subnet: string;
}

/**
 * How a cluster's external-dns was started.
 * @internal
 */
export interface ExternalDnsSettings {
  /** `--annotation-prefix`, with its `/`. */
  prefix: string;
  /** `--domain-filter`; empty for all domains. */
  domainFilters: string[];
  /** `--txt-owner-id`. */
  ownerId: string;
  /** Account of the hosted zones that its role may change. */
  accountId: string;
}

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
  /** Where CloudFormation templates go that do not belong to the account and region, by path. */
  stacks?: Record<string, Scope>;
  /** Without it the cluster has no external-dns. */
  externalDns?: ExternalDnsSettings;
  /** Given, the cluster is Azure's: its cloud provider looks at Services, not AWS's controller. */
  azure?: AzureTarget;
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
  azure: AzureWorld;
  scope: Scope;
  target: DeploymentTarget;
  /** The id that a new resource is to have. */
  plannedId?: string;
}
