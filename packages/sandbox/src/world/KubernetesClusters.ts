import { AwsFault } from './AwsFault';
import { Network } from './Network';
import { dnsSuffixOfRegion, partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { Scope, ScopedRecord, Tags } from './types';
import { WorldContext } from './WorldContext';

/** An EKS cluster; `id` is its ARN. @public */
export interface KubernetesCluster extends ScopedRecord {
  name: string;
  version: string;
  state: 'CREATING' | 'ACTIVE' | 'DELETING' | 'FAILED' | 'UPDATING';
  endpoint: string;
  /** With `https://`; IAM's identity providers leave that out. */
  oidcIssuer: string;
  vpcId: string;
  subnetIds: string[];
  securityGroupIds: string[];
  clusterSecurityGroupId: string;
  roleArn: string;
  isEndpointPublic: boolean;
}

/** A cluster as a caller describes it. @public */
export interface KubernetesClusterInput {
  name: string;
  /** Default those of the default VPC; may be shared by another account. */
  subnetIds?: string[];
  securityGroupIds?: string[];
  /** Default `1.34`. */
  version?: string;
  roleArn?: string;
  /** The last part of the issuer's address; default one of its own. */
  issuerId?: string;
  isEndpointPublic?: boolean;
  tags?: Tags;
}

/**
 * EKS clusters, as far as their descriptions go.
 *
 * @public
 */
export class KubernetesClusters {
  readonly clusters = new ScopedCollection<KubernetesCluster>();
  readonly #context: WorldContext;
  readonly #network: Network;

  constructor(context: WorldContext, network: Network) {
    this.#context = context;
    this.#network = network;
  }

  /** Creates a cluster, which is active at once. */
  create(scope: Scope, input: KubernetesClusterInput): KubernetesCluster {
    const { accountId, region } = scope;
    const { ids } = this.#context;
    const id = `arn:${partitionOfRegion(
      region,
    )}:eks:${region}:${accountId}:cluster/${input.name}`;
    if (this.clusters.get(id)) {
      throw new AwsFault(
        'ResourceInUseException',
        `Cluster already exists with name: ${input.name}`,
        409,
      );
    }
    const subnets = this.#subnetsOf(scope, input.subnetIds);
    const key = ids.hex(32).toUpperCase();
    const suffix = dnsSuffixOfRegion(region);
    return this.clusters.add({
      ...this.#context.newRecord(scope, id, input.tags),
      name: input.name,
      version: input.version ?? '1.34',
      state: 'ACTIVE',
      endpoint: `https://${key}.gr7.${region}.eks.${suffix}`,
      oidcIssuer: `https://oidc.eks.${region}.${suffix}/id/${
        input.issuerId ?? key
      }`,
      vpcId: subnets[0].vpcId,
      subnetIds: subnets.map(subnet => subnet.id),
      securityGroupIds: input.securityGroupIds ?? [],
      clusterSecurityGroupId: ids.resourceId('sg'),
      roleArn: input.roleArn ?? `arn:aws:iam::${accountId}:role/${input.name}`,
      isEndpointPublic: input.isEndpointPublic ?? false,
    });
  }

  /** The cluster of this name; an unknown one is `ResourceNotFoundException`. */
  get(scope: Scope, name: string): KubernetesCluster {
    const found = this.find(scope, name);
    if (!found) {
      throw new AwsFault(
        'ResourceNotFoundException',
        `No cluster found for name: ${name}.`,
        404,
      );
    }
    return found;
  }

  /** The cluster of this name. */
  find(scope: Scope, name: string): KubernetesCluster | undefined {
    return this.list(scope).find(cluster => cluster.name === name);
  }

  /** The clusters of an account and region, oldest first. */
  list(scope: Scope): KubernetesCluster[] {
    return this.clusters.list(scope);
  }

  /** Changes version, state or the reach of the endpoint. */
  update(
    scope: Scope,
    name: string,
    change: Partial<
      Pick<KubernetesCluster, 'version' | 'state' | 'isEndpointPublic'>
    >,
  ): KubernetesCluster {
    return Object.assign(this.get(scope, name), change);
  }

  /** Deletes a cluster. */
  remove(scope: Scope, name: string): void {
    this.clusters.remove(this.get(scope, name).id);
  }

  #subnetsOf(scope: Scope, subnetIds: string[] | undefined) {
    if (subnetIds?.length) {
      return subnetIds.map(id => this.#network.getSubnet(scope, id));
    }
    const vpc = this.#network.ensureDefaultVpc(scope);
    return this.#network.subnetsOfVpc(scope, vpc.id);
  }
}
