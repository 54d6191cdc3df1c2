export interface Config {
  privateExposure?: {
    /**
     * The tag on a cloud resource that names the catalog entity it belongs to. Generated files set it; at most 127
     * characters that AWS allows in a tag's key, but no `=`.
     * @default backstage-entity-ref
     */
    ownerTag?: string;

    /**
     * Cluster profiles: what a manifest will meet in each cluster. Templates offer them by name.
     */
    clusters?: {
      [name: string]: {
        /**
         * The cloud of the cluster; `aws` unless given.
         */
        cloud?: 'aws' | 'azure';
        /**
         * What makes load balancers of Services. Needed on AWS; on Azure it is the cloud provider.
         */
        controller?:
          | 'aws-load-balancer-controller'
          | 'in-tree'
          | 'eks-auto-mode'
          | 'cloud-provider-azure';
        /**
         * Version of the controller, for example `3.5.0`; rules that depend on it say nothing without it.
         */
        version?: string;
        /**
         * Whether the AWS Load Balancer Controller's webhook gives new Services its class; `true` unless given.
         */
        webhook?: boolean;
        /**
         * Prefix of the annotations that the cluster's external-dns reads, with the slash at its end. The default of
         * external-dns changed in 0.22.0, so that it is never guessed.
         */
        externalDnsPrefix?: string;
        /**
         * Version of external-dns; tells its prefix where none is given.
         */
        externalDnsVersion?: string;
        /**
         * Domains that external-dns may write to, as in its `--domain-filter`.
         */
        externalDnsDomains?: string[];
        /**
         * Class of Ingresses that stay inside.
         */
        ingressClass?: string;
        /**
         * The AWS account of the cluster's VPC, 12 digits in quotes. Needed on AWS.
         */
        accountId?: string;
        /**
         * The AWS account that the cluster's controller makes load balancers in, which shares its subnets with the
         * cluster's; the cluster's own unless given.
         */
        loadBalancerAccount?: string;
        /**
         * Groups of Ingresses that share a load balancer, and the namespaces that may join each; every one unless given.
         * No other group is joined.
         */
        ingressGroups?: Array<{ name: string; namespaces?: string[] }>;
        /**
         * The AWS region of the cluster. Needed on AWS.
         */
        region?: string;
        /**
         * The AWS partition; `aws` unless given.
         */
        partition?: string;
        /**
         * The VPC that `subnets` are in. Needed to connect from the cluster to private services, for VPC origins, and to
         * prepare the cluster for load balancers in another account: the controller is told to make them there.
         */
        vpcId?: string;
        /**
         * The Azure subscription of the cluster. Needed on Azure.
         */
        subscriptionId?: string;
        /**
         * Where the controller makes load balancers and private link services; AKS calls it the node resource group.
         * Needed on Azure.
         */
        resourceGroup?: string;
        /**
         * The Azure location, such as `westeurope`. Needed on Azure.
         */
        location?: string;
        /**
         * Name of the cluster's virtual network on Azure.
         */
        vnet?: string;
        /**
         * Name of the subnet on Azure that holds where a Service names none.
         */
        defaultSubnet?: string;
        /**
         * On AWS the subnets for internal load balancers and endpoints, one per zone, with the ids of their zones. On
         * Azure the subnets of the cluster's network, by name.
         */
        subnets?: Array<{
          /** Subnet id, on AWS. */
          id?: string;
          /** Zone id, such as `euw1-az1`; not the zone's name, which differs from account to account. */
          zoneId?: string;
          /** Name of the subnet. */
          name?: string;
          /** Its addresses. */
          cidr?: string;
          /** Whether the subnet's network policies for private link services are on, on Azure. */
          privateLinkServiceNetworkPolicies?: 'Enabled' | 'Disabled';
        }>;
        /**
         * Security groups of the load balancers that templates make, on AWS.
         */
        securityGroups?: string[];
      };
    };
  };
}
