import { z } from 'zod';
import { awsAccountIdSchema, vpcEndpointIdSchema } from '../values/aws';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { serviceNameSchema, kubernetesNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { resourceNameSchema } from './endpointService';
import { manifestForms } from './exposure';
import { refuseServiceRemoval } from './refuseServiceRemoval';
import { uniqueList } from './uniqueList';
import {
  refuseOpenConnections,
  withdrawnConnectionState,
} from './withdrawnConnections';

/** One step of a withdrawal. @public */
export interface WithdrawStepSpec {
  /** Name of the step. */
  id: string;
  /** What is done, for people. */
  title: string;
  /** Whether files change; else the step is done in the portal. */
  changesFiles: boolean;
  /** Why the next step has to wait for it. */
  before: string;
}

/**
 * The steps of a withdrawal, in the only order that works. Each is a change of its own, for the next one fails while the
 * cloud has not finished the one before.
 *
 * @public
 */
export const withdrawStepSpecs = [
  {
    id: 'tell-consumers',
    title: 'Tell the consumers, with a date',
    changesFiles: false,
    before: 'Nobody is to be cut off by surprise.',
  },
  {
    id: 'close',
    title: 'Let nobody new in, and lift the load balancer’s protection',
    changesFiles: true,
    before:
      'No new consumer may come while the others are asked to leave, and the controller can’t delete a protected load balancer.',
  },
  {
    id: 'reject-connections',
    title: 'Reject the connections that are left',
    changesFiles: false,
    before: 'AWS does not delete an endpoint service that has connections.',
  },
  {
    id: 'remove-service',
    title: 'Remove the endpoint service',
    changesFiles: true,
    before:
      'AWS does not delete a load balancer that an endpoint service uses.',
  },
  {
    id: 'remove-load-balancer',
    title: 'Remove the load balancer',
    changesFiles: true,
    before: '',
  },
] as const satisfies readonly WithdrawStepSpec[];

/** Name of a step. @public */
export type WithdrawStep = (typeof withdrawStepSpecs)[number]['id'];

const stepIds = [
  'tell-consumers',
  'close',
  'reject-connections',
  'remove-service',
  'remove-load-balancer',
] as const satisfies readonly WithdrawStep[];

/**
 * One step of taking an exposure back.
 *
 * @public
 */
export const withdrawIntentSchema = z
  .object({
    /** Whose it is; left out where no entity claims it. */
    entityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    step: z.enum(stepIds),
    /** Connections that are there, as the portal last saw them; left out where nobody could look. */
    connections: uniqueList(
      z
        .object({
          account: awsAccountIdSchema,
          endpointId: vpcEndpointIdSchema.optional(),
          state: withdrawnConnectionState,
        })
        .strict(),
      { max: 5000 },
    ).optional(),
    /** When the connections were seen, or why nobody could look. A sentence. */
    connectionsNote: singleLineText({ max: 1000 }).optional(),
    /** Whether a step may cut off consumers that are connected. */
    cutOffConsumers: z.boolean().default(false),
    manifest: z
      .object({
        form: z.enum(manifestForms),
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** What becomes of a Service: gone, or reachable inside the cluster only. Default `cluster-ip`. */
        service: z.enum(['cluster-ip', 'remove']).default('cluster-ip'),
      })
      .strict(),
    service: z
      .object({ name: serviceNameSchema, namespace: kubernetesNameSchema })
      .strict(),
    endpointService: z.object({ name: resourceNameSchema }).strict(),
    infrastructure: z
      .object({
        format: z.enum(['terraform', 'cloudformation']),
        path: filePathSchema({ extensions: ['.tf', '.json', '.yaml', '.yml'] }),
      })
      .strict(),
  })
  .strict()
  .superRefine(({ step, connections = [], ...intent }, context) => {
    const isLate = stepIds.indexOf(step) >= stepIds.indexOf('remove-service');
    if (isLate && !intent.cutOffConsumers)
      refuseOpenConnections(connections, context);
    refuseServiceRemoval(intent.manifest, context, {
      plainForms: ['aws-load-balancer-controller', 'in-tree'],
    });
  });

/** One step of taking an exposure back, as read. @public */
export type WithdrawIntent = z.output<typeof withdrawIntentSchema>;
/** One step of taking an exposure back, as a form gives it. @public */
export type WithdrawInput = z.input<typeof withdrawIntentSchema>;
