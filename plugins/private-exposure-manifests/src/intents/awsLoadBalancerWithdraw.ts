import { z } from 'zod';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema, serviceNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import type { WithdrawStepSpec } from './withdraw';

/**
 * The steps of taking a load balancer back, in the only order that works: AWS deletes no protected load balancer.
 *
 * @public
 */
export const awsLoadBalancerWithdrawStepSpecs = [
  {
    id: 'lift-protection',
    title: 'Lift the load balancer’s protection',
    changesFiles: true,
    before: 'The controller can’t delete a protected load balancer.',
  },
  {
    id: 'remove-load-balancer',
    title: 'Remove the load balancer',
    changesFiles: true,
    before: '',
  },
] as const satisfies readonly WithdrawStepSpec[];

/** Name of a step. @public */
export type AwsLoadBalancerWithdrawStep =
  (typeof awsLoadBalancerWithdrawStepSpecs)[number]['id'];

/**
 * One step of taking a service's load balancer back.
 *
 * @public
 */
export const awsLoadBalancerWithdrawIntentSchema = z
  .object({
    /** Left out for what no entity claims. */
    entityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    step: z.enum(['lift-protection', 'remove-load-balancer']),
    manifest: z
      .object({
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** What becomes of the Service. Default `keep`: it stays, inside the cluster. */
        service: z.enum(['keep', 'remove']).default('keep'),
      })
      .strict(),
    service: z
      .object({
        /** Default the only one that the Ingress leads to. */
        name: serviceNameSchema.optional(),
        namespace: kubernetesNameSchema,
      })
      .strict(),
    /** Name of the Ingress. Default the Service's. */
    ingressName: kubernetesNameSchema.optional(),
  })
  .strict()
  .superRefine(({ service, ingressName }, context) => {
    if (service.name === undefined && ingressName === undefined)
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['service', 'name'],
        message: 'must be given, or the name of the Ingress',
      });
  });

/** One step of taking a load balancer back, as read. @public */
export type AwsLoadBalancerWithdrawIntent = z.output<
  typeof awsLoadBalancerWithdrawIntentSchema
>;
/** One step of taking a load balancer back, as a form gives it. @public */
export type AwsLoadBalancerWithdrawInput = z.input<
  typeof awsLoadBalancerWithdrawIntentSchema
>;

/** The Ingress that a withdrawal is about. @internal */
export function withdrawnIngress({
  service,
  ingressName,
}: Pick<AwsLoadBalancerWithdrawIntent, 'service' | 'ingressName'>): {
  namespace: string;
  name: string;
} {
  const { namespace, name = '' } = service;
  return { namespace, name: ingressName ?? name };
}
