import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsPartitionSchema,
  awsRegionSchema,
  endpointServiceNameSchema,
  prefixListIdSchema,
  securityGroupIdSchema,
  subnetIdSchema,
  vpcIdSchema,
} from '../values/aws';
import { cidrSchema } from '../values/cidr';
import { entityRefSchema } from '../values/entityRef';
import { portNumberSchema } from '../values/kubernetes';
import { patternText, singleLineText } from '../values/text';
import { resourceNameSchema } from './endpointService';
import { infrastructureSchema } from './infrastructure';
import { tagsSchema } from './loadBalancer';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { refuseGroupName } from './refuseGroupName';
import { uniqueList } from './uniqueList';

/** Who may use the endpoint: a network, a security group or a prefix list. @public */
export const trafficSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cidr'), cidr: cidrSchema }).strict(),
  z
    .object({ type: z.literal('security-group'), id: securityGroupIdSchema })
    .strict(),
  z.object({ type: z.literal('prefix-list'), id: prefixListIdSchema }).strict(),
]);

/** Who may use the endpoint: a network, a security group or a prefix list. @public */
export type TrafficSource = z.output<typeof trafficSourceSchema>;

/**
 * The consumer's side of a private service: an interface endpoint and who may use it.
 *
 * @public
 */
export const awsPrivateLinkConsumerIntentSchema = z
  .object({
    /** The entity that consumes and owns the endpoint. */
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    /** The entity that is consumed, where it is known. */
    providerEntityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    name: resourceNameSchema,
    partition: awsPartitionSchema.default('aws'),
    /** Account and region of the endpoint. */
    account: awsAccountIdSchema,
    region: awsRegionSchema,
    /** The endpoint service to connect to. */
    serviceName: endpointServiceNameSchema,
    vpc: vpcIdSchema,
    /** One subnet a zone, in zones that the service covers. */
    subnets: uniqueList(subnetIdSchema, { min: 1, max: 20 }),
    securityGroup: z
      .object({
        /** Default a sentence that names the endpoint. The characters are those that EC2 allows. */
        description: patternText({
          pattern: /^(?!.*\{\{)[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/,
          max: 255,
          expected:
            'letters, digits, spaces and . _ - : / ( ) # , @ [ ] + = & ; { } ! $ *',
        }).optional(),
        ports: uniqueList(portNumberSchema, { min: 1, max: 20 }),
        sources: uniqueList(trafficSourceSchema, { min: 1, max: 50 }),
        /** Whether source groups also get a rule that lets them out to the endpoint. Default `false`. */
        allowSourceEgress: z.boolean().default(false),
      })
      .strict(),
    privateDns: z
      .object({
        /** Whether the service's private name leads to this endpoint inside the VPC. Default `false`. */
        enabled: z.boolean().default(false),
        /**
         * What is known of the name's verification; `none` where the service has no name of its own. Default `unknown`,
         * which a switched-on name turns into a finding.
         */
        verification: z
          .enum(['verified', 'pending', 'failed', 'none', 'unknown'])
          .default('unknown'),
      })
      .strict()
      .default({}),
    tags: tagsSchema,
    infrastructure: infrastructureSchema,
  })
  .strict()
  .superRefine(({ name, privateDns, ownerTag, tags }, context) => {
    refuseGroupName(
      (path, message) =>
        context.addIssue({ code: z.ZodIssueCode.custom, path, message }),
      ['name'],
      name,
    );
    refuseOwnerTag(ownerTag, [{ path: ['tags'], tags }], context);
    if (
      privateDns.enabled &&
      ['pending', 'failed', 'none'].includes(privateDns.verification)
    ) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['privateDns', 'enabled'],
        message: `can be true only once the provider's domain is verified (it is '${privateDns.verification}'): AWS refuses the endpoint before`,
      });
    }
  });

/** The consumer's side, read and with defaults. @public */
export type AwsPrivateLinkConsumerIntent = z.output<
  typeof awsPrivateLinkConsumerIntentSchema
>;
/** The consumer's side, as a form gives it. @public */
export type AwsPrivateLinkConsumerInput = z.input<
  typeof awsPrivateLinkConsumerIntentSchema
>;

/** Region of an endpoint service, as its name tells. @public */
export function regionOfService(serviceName: string): string {
  const parts = serviceName.split('.');
  return parts[parts.length - 2];
}
