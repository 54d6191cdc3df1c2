import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsPartitionSchema,
  awsRegionSchema,
  awsZoneIdSchema,
  securityGroupIdSchema,
  subnetIdSchema,
  vpcIdSchema,
} from '../values/aws';
import { cidrSchema } from '../values/cidr';
import {
  ingressGroupNameSchema,
  kubernetesNameSchema,
} from '../values/kubernetes';
import { patternText, singleLineText } from '../values/text';
import {
  controllerVersionSchema,
  sharedProfileFields,
} from './sharedProfileFields';

/** Who makes load balancers for Services in a cluster. @public */
export const loadBalancerControllers = [
  'aws-load-balancer-controller',
  'in-tree',
] as const;

/** Who makes load balancers for Services in a cluster. @public */
export type LoadBalancerController = (typeof loadBalancerControllers)[number];

/** A cluster's name as EKS allows it. @public */
export const clusterNameSchema = patternText({
  pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
  max: 100,
  expected: 'a cluster name (letters, digits, - and _, at most 100)',
});

/**
 * What a manifest will meet in one cluster on AWS.
 *
 * @public
 */
export const clusterProfileSchema = z
  .object({
    /** A profile that doesn't say is of a cluster on AWS. */
    cloud: z.literal('aws').default('aws'),
    /** Name of the cluster, as the controller writes it on what it makes. */
    name: clusterNameSchema,
    /** The controller that reconciles Services of type LoadBalancer. */
    controller: z
      .object({
        type: z.enum(loadBalancerControllers),
        /** Such as `3.5.0`; rules that depend on a version are silent without it. */
        version: controllerVersionSchema.optional(),
        /** Whether the webhook gives new Services the controller's class. Default `true`. */
        webhook: z.boolean().default(true),
      })
      .strict(),
    ...sharedProfileFields,
    partition: awsPartitionSchema.default('aws'),
    account: awsAccountIdSchema,
    /** Account whose load balancers the controller makes; the cluster's own unless given. */
    loadBalancerAccount: awsAccountIdSchema.optional(),
    region: awsRegionSchema,
    vpc: vpcIdSchema.optional(),
    /** Subnets that load balancers may use. */
    subnets: z
      .array(
        z
          .object({
            id: subnetIdSchema,
            name: singleLineText({ max: 255 }).optional(),
            /** The zone's id, which means the same zone in every account. */
            zoneId: awsZoneIdSchema,
            cidr: cidrSchema.optional(),
          })
          .strict(),
      )
      .default([]),
    /**
     * Groups of Ingresses that share a load balancer, and who may join them. A group that is not among them is not
     * joined: whoever joins one can take over what the others serve.
     */
    ingressGroups: z
      .array(
        z
          .object({
            name: ingressGroupNameSchema,
            /** Namespaces whose Ingresses may join; every one unless given. */
            namespaces: z.array(kubernetesNameSchema).optional(),
          })
          .strict(),
      )
      .optional(),
    securityGroups: z
      .array(
        z
          .object({
            id: securityGroupIdSchema,
            name: singleLineText({ max: 255 }).optional(),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();

/** What a manifest will meet in one cluster on AWS, as read. @public */
export type ClusterProfile = z.output<typeof clusterProfileSchema>;
/** What a manifest will meet in one cluster on AWS, as written in a config. @public */
export type ClusterProfileInput = z.input<typeof clusterProfileSchema>;
