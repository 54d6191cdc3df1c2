export interface Config {
  privateExposure?: {
    /**
     * Cluster profiles: what a manifest will meet in each cluster. Templates offer them by name.
     */
    clusters?: {
      [name: string]: {
        /**
         * What makes load balancers of Services.
         */
        controller: 'aws-load-balancer-controller' | 'in-tree';
        /**
         * Version of the controller, for example `3.5.0`; rules that depend on it say nothing without it.
         */
        version?: string;
        /**
         * Prefix of the annotations that the cluster's external-dns reads, with the slash at its end. The default of
         * external-dns changed in 0.22.0, so that it is never guessed.
         */
        externalDnsPrefix?: string;
        /**
         * The AWS account of the cluster's VPC, 12 digits in quotes.
         */
        accountId: string;
        /**
         * The AWS region of the cluster.
         */
        region: string;
        /**
         * The AWS partition; `aws` unless given.
         */
        partition?: string;
        /**
         * The cluster's VPC. Needed to connect from the cluster to private services.
         */
        vpcId?: string;
        /**
         * Subnets for internal load balancers and endpoints, one per zone, with the ids of their zones.
         */
        subnets?: Array<{
          /** Subnet id. */
          id: string;
          /** Zone id, such as `euw1-az1`; not the zone's name, which differs from account to account. */
          zoneId: string;
        }>;
        /**
         * Security groups of the load balancers that templates make.
         */
        securityGroups?: string[];
      };
    };
  };
}
