import { z } from 'zod';
import { plainHostSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema, serviceNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { cloudFrontNameSchema } from './awsCloudFront';
import { infrastructureSchema } from './infrastructure';
import { sharedEntranceSchema } from './sharedRoute';
import { uniqueList } from './uniqueList';
import { WithdrawStepSpec } from './withdraw';

/**
 * The steps of taking a service off CloudFront, in the only order that works. Each is a change of its own, for the next
 * one fails while the cloud has not finished the one before.
 *
 * @public
 */
export const cloudFrontWithdrawStepSpecs = [
  {
    id: 'tell-users',
    title: 'Tell the people who use it, with a date',
    changesFiles: false,
    before: 'Nobody is to be cut off by surprise.',
  },
  {
    id: 'remove-distribution',
    title: 'Take it off the Internet',
    changesFiles: true,
    before:
      'A load balancer must not go while CloudFront has an origin that points to it.',
  },
  {
    id: 'remove-way',
    title: 'Remove the load balancer, or the route',
    changesFiles: true,
    before:
      'AWS does not delete a certificate and a security group that a load balancer uses.',
  },
  {
    id: 'remove-rest',
    title: 'Remove certificates and security group',
    changesFiles: true,
    before: '',
  },
] as const satisfies readonly WithdrawStepSpec[];

/** Name of a step. @public */
export type CloudFrontWithdrawStep =
  (typeof cloudFrontWithdrawStepSpecs)[number]['id'];

const stepIds = [
  'tell-users',
  'remove-distribution',
  'remove-way',
  'remove-rest',
] as const satisfies readonly CloudFrontWithdrawStep[];

const serviceSchema = z
  .object({ name: serviceNameSchema, namespace: kubernetesNameSchema })
  .strict();

/** How the service is reached, as far as a withdrawal has to know. @public */
export const withdrawnOriginSchema = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('vpc-origin'),
      /** `application`: the Ingress `<name>-cloudfront` goes; `network`: the Service keeps no load balancer. */
      loadBalancer: z.enum(['application', 'network']).default('application'),
    })
    .strict(),
  z
    .object({
      type: z.literal('public-entrance'),
      route: sharedEntranceSchema,
      hostNames: uniqueList(plainHostSchema, { min: 1, max: 10 }),
    })
    .strict(),
]);

/**
 * One step of taking a service off CloudFront.
 *
 * @public
 */
export const cloudFrontWithdrawIntentSchema = z
  .object({
    /** Left out for what no entity claims. */
    entityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    step: z.enum(stepIds),
    /** Name of the distribution. */
    name: cloudFrontNameSchema,
    service: serviceSchema,
    manifest: z
      .object({ path: filePathSchema({ extensions: ['.yaml', '.yml'] }) })
      .strict(),
    origin: withdrawnOriginSchema.default({ type: 'vpc-origin' }),
    infrastructure: infrastructureSchema,
  })
  .strict();

/** One step of taking a service off CloudFront, as read. @public */
export type CloudFrontWithdrawIntent = z.output<
  typeof cloudFrontWithdrawIntentSchema
>;
/** One step of taking a service off CloudFront, as a form gives it. @public */
export type CloudFrontWithdrawInput = z.input<
  typeof cloudFrontWithdrawIntentSchema
>;
