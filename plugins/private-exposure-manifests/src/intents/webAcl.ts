import { z } from 'zod';
import { cidrSchema, parseCidr } from '../values/cidr';
import { globalWebAclArnSchema } from '../values/cloudFront';
import { uniqueList } from './uniqueList';

/**
 * Groups of rules that AWS keeps, by what they look for.
 *
 * @remarks https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 *
 * @public
 */
export const managedRuleGroups = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesAnonymousIpList',
  'AWSManagedRulesLinuxRuleSet',
] as const;

/** Written unless an intent names others; the third one stops Log4j's hole. */
const DEFAULT_RULE_GROUPS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
] as const;

const networkSchema = cidrSchema.refine(
  text => parseCidr(text)?.prefixLength !== 0,
  {
    message:
      'must be smaller than the whole Internet; AWS WAF takes no network /0',
  },
);

/** The firewall in front of what is published. @public */
export const webAclSchema = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('own'),
      managedRuleGroups: uniqueList(z.enum(managedRuleGroups), { min: 1 })
        .default([...DEFAULT_RULE_GROUPS])
        .refine(
          groups => groups.includes('AWSManagedRulesKnownBadInputsRuleSet'),
          { message: `must include 'AWSManagedRulesKnownBadInputsRuleSet'` },
        ),
      /** Who alone gets in, still judged by the rules. Default everybody. */
      allow: uniqueList(networkSchema, { max: 1000 }).default([]),
      /** Who never gets in. */
      block: uniqueList(networkSchema, { max: 1000 }).default([]),
      /** Requests of one address in five minutes, above which it is blocked for a while. */
      rateLimit: z
        .number()
        .int('must be a whole number')
        .min(10, 'must be from 10 to 2000000000')
        .max(2_000_000_000, 'must be from 10 to 2000000000')
        .optional(),
    })
    .strict(),
  z
    .object({
      /** One that somebody keeps for several distributions, with its lists and its logs. */
      type: z.literal('shared'),
      arn: globalWebAclArnSchema,
    })
    .strict(),
]);

/** The firewall in front of what is published. @public */
export type WebAclIntent = z.output<typeof webAclSchema>;
