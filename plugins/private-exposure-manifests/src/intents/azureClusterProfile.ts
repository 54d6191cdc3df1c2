import { z } from 'zod';
import {
  azureClusterNameSchema,
  azureLocationSchema,
  azureNetworkNameSchema,
  azureResourceGroupNameSchema,
  azureSubscriptionIdSchema,
} from '../values/azure';
import { cidrSchema } from '../values/cidr';
import {
  controllerVersionSchema,
  sharedProfileFields,
} from './sharedProfileFields';

/**
 * What a manifest will meet in one cluster on Azure.
 *
 * @public
 */
export const azureClusterProfileSchema = z
  .object({
    cloud: z.literal('azure'),
    /** Name of the cluster, as the controller writes it on what it makes. */
    name: azureClusterNameSchema,
    /** The controller that reconciles Services of type LoadBalancer. */
    controller: z
      .object({
        type: z.literal('cloud-provider-azure'),
        /** Such as `1.33.0`; rules that depend on a version are silent without it. */
        version: controllerVersionSchema.optional(),
      })
      .strict()
      .default({ type: 'cloud-provider-azure' }),
    ...sharedProfileFields,
    subscription: azureSubscriptionIdSchema,
    /** Where the controller makes load balancers and private link services; AKS calls it the node resource group. */
    resourceGroup: azureResourceGroupNameSchema,
    location: azureLocationSchema,
    /** Name of the cluster's virtual network. */
    vnet: azureNetworkNameSchema.optional(),
    /** Name of the subnet that holds where a Service names none. */
    defaultSubnet: azureNetworkNameSchema.optional(),
    /** Subnets of the cluster's network; none named means that they are not known. */
    subnets: z
      .array(
        z
          .object({
            name: azureNetworkNameSchema,
            cidr: cidrSchema.optional(),
            /** Whether the subnet's network policies for private link services are on. */
            privateLinkServiceNetworkPolicies: z
              .enum(['Enabled', 'Disabled'])
              .optional(),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();

/** What a manifest will meet in one cluster on Azure, as read. @public */
export type AzureClusterProfile = z.output<typeof azureClusterProfileSchema>;
/** What a manifest will meet in one cluster on Azure, as written in a config. @public */
export type AzureClusterProfileInput = z.input<
  typeof azureClusterProfileSchema
>;
