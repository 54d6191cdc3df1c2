import { z } from 'zod';
import {
  awsTagKeySchema,
  awsTagValueSchema,
  loadBalancerNameSchema,
  prefixListIdSchema,
  securityGroupIdSchema,
  subnetIdSchema,
} from '../values/aws';
import { cidrSchema } from '../values/cidr';
import { healthCheckSchema } from './healthCheck';
import { isControllerTag } from './ownerTag';
import { uniqueList } from './uniqueList';

// A record can't hold this key: without the check the tag would vanish without a word.
const recordKeySchema = awsTagKeySchema.refine(
  key => key !== '__proto__',
  `must not be '__proto__'; choose another key`,
);

/** Tags besides the owner tag, which is always written from the entity; intents refuse it here. @public */
export const tagsSchema = z
  .record(recordKeySchema, awsTagValueSchema)
  .default({})
  .superRefine((tags, context) => {
    if (Object.keys(tags).length > 40) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message:
          'must be at most 40 tags; AWS allows 50, and the controllers add theirs',
      });
    }
    for (const key of Object.keys(tags)) {
      if (isControllerTag(key)) {
        context.addIssue({
          code: z.ZodIssueCode.custom,
          path: [key],
          message: 'is written by the controller; leave it out',
        });
      }
    }
  });

const securityGroupsSchema = z.discriminatedUnion('type', [
  z
    .object({
      /** The controller makes a group; consumers reach it from these networks and prefix lists only. */
      type: z.literal('managed'),
      sourceRanges: uniqueList(cidrSchema).default([]),
      prefixLists: uniqueList(prefixListIdSchema).default([]),
    })
    .strict(),
  z
    .object({
      /** These groups, which somebody else keeps. */
      type: z.literal('explicit'),
      ids: uniqueList(securityGroupIdSchema, { min: 1, max: 5 }),
      /** Whether the controller opens the way from the load balancer to the targets. Default `true`. */
      manageBackendRules: z.boolean().default(true),
    })
    .strict(),
  /** No group at all; none can be added later. */
  z.object({ type: z.literal('none') }).strict(),
]);

/**
 * The Network Load Balancer behind an endpoint service. What is left out, the builder sets for the chosen controller.
 *
 * @public
 */
export const loadBalancerSchema = z
  .object({
    /** Name in AWS; the controller makes one up unless set. It can't be changed later. */
    name: loadBalancerNameSchema.optional(),
    /** Whether only networks inside the VPC reach it directly. Default `true`. */
    internal: z.boolean().default(true),
    /** `ip`: pods; `instance`: nodes. Default `ip` with the AWS Load Balancer Controller, `instance` in-tree. */
    targetType: z.enum(['ip', 'instance']).optional(),
    /** One subnet a zone. Empty: the controller finds them by their tags. Default empty. */
    subnets: uniqueList(subnetIdSchema, { max: 20 }).default([]),
    securityGroups: securityGroupsSchema.default({ type: 'managed' }),
    /** Whether security groups also judge traffic that comes through PrivateLink. AWS does so unless it is `off`. */
    inboundRulesOnPrivateLinkTraffic: z.enum(['on', 'off']).optional(),
    /** Whether targets get a PROXY protocol v2 header. They must understand it. Default `false`. */
    proxyProtocol: z.boolean().default(false),
    /** Default `true` with the AWS Load Balancer Controller; the in-tree provider can't set it. */
    crossZone: z.boolean().optional(),
    /** Default `true` with the AWS Load Balancer Controller; the in-tree provider can't set it. */
    deletionProtection: z.boolean().optional(),
    healthCheck: healthCheckSchema.optional(),
    tags: tagsSchema,
  })
  .strict()
  .superRefine((loadBalancer, context) => {
    const { securityGroups, inboundRulesOnPrivateLinkTraffic } = loadBalancer;
    if (securityGroups.type === 'none' && inboundRulesOnPrivateLinkTraffic) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['inboundRulesOnPrivateLinkTraffic'],
        message:
          'needs security groups; leave it out, or choose managed or explicit groups',
      });
    }
  });

/** The Network Load Balancer behind an endpoint service. @public */
export type LoadBalancerIntent = z.output<typeof loadBalancerSchema>;
