import { z } from 'zod';
import { awsRegionSchema, snsTopicArnSchema } from '../values/aws';
import { privateDnsNameSchema } from '../values/domainName';
import { principalSchema } from '../values/principal';
import { patternText } from '../values/text';
import { tagsSchema } from './loadBalancer';
import { uniqueList } from './uniqueList';

/** Name of a resource in the infrastructure code; becomes an identifier there and the Name tag. @public */
export const resourceNameSchema = patternText({
  pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  max: 50,
  expected:
    'lower case letters, digits and single -, a letter first, at most 50',
});

/** Who may ask to connect. @public */
export const grantSchema = z.object({ principal: principalSchema }).strict();

/** Who may ask to connect. @public */
export type GrantIntent = z.output<typeof grantSchema>;

/** What happens to a connection that a topic may be told of. @public */
export const connectionEvents = [
  'Accept',
  'Connect',
  'Delete',
  'Reject',
] as const;

/**
 * The endpoint service that consumers connect to.
 *
 * @public
 */
export const endpointServiceSchema = z
  .object({
    name: resourceNameSchema,
    /** Whether each connection waits for a person or a policy. Default `true`. */
    acceptanceRequired: z.boolean().default(true),
    /** Who may ask to connect. Default nobody. */
    grants: uniqueList(grantSchema, { max: 500 }).default([]),
    privateDns: z
      .object({
        /** The name that consumers use; its domain's owner proves it with a TXT record. */
        name: privateDnsNameSchema,
        /**
         * Whether to ask AWS to check the TXT record. A later step: the record's value is known only once the service
         * is there, and the check fails without the record. Default `false`.
         */
        verify: z.boolean().default(false),
      })
      .strict()
      .optional(),
    /** Regions besides the service's own from which consumers may connect. */
    supportedRegions: uniqueList(awsRegionSchema, { max: 40 }).default([]),
    notification: z
      .object({
        topicArn: snsTopicArnSchema,
        events: uniqueList(z.enum(connectionEvents), { min: 1 }).default([
          ...connectionEvents,
        ]),
      })
      .strict()
      .optional(),
    tags: tagsSchema,
  })
  .strict()
  .superRefine((service, context) => {
    const everyone = service.grants.findIndex(grant => grant.principal === '*');
    if (everyone >= 0 && !service.acceptanceRequired) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['grants', everyone, 'principal'],
        message: `must not be '*' while acceptance is not required: any AWS account could connect`,
      });
    }
  });

/** The endpoint service that consumers connect to. @public */
export type EndpointServiceIntent = z.output<typeof endpointServiceSchema>;
