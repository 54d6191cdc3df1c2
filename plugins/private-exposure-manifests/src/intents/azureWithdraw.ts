import { z } from 'zod';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema, serviceNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { azureManifestForms } from './azureExposure';
import { azureInfrastructureSchema } from './azureInfrastructure';
import { resourceNameSchema } from './endpointService';
import { refuseServiceRemoval } from './refuseServiceRemoval';
import { uniqueList } from './uniqueList';
import { WithdrawStepSpec } from './withdraw';
import {
  refuseOpenConnections,
  withdrawnConnectionState,
} from './withdrawnConnections';

/**
 * The steps of taking an exposure in Azure back, in the only order that works. Each is a change of its own.
 *
 * @public
 */
export const azureWithdrawStepSpecs = [
  {
    id: 'tell-consumers',
    title: 'Tell the consumers, with a date',
    changesFiles: false,
    before: 'Nobody is to be cut off by surprise.',
  },
  {
    id: 'close',
    title: 'Let nobody new in',
    changesFiles: true,
    before: 'No new consumer may come while the others are asked to leave.',
  },
  {
    id: 'remove-front-door',
    title: 'Remove Front Door, where there is one',
    changesFiles: true,
    before:
      'Its origin has to go before the private link service that it points to.',
  },
  {
    id: 'reject-connections',
    title: 'Reject the connections that are left',
    changesFiles: false,
    before:
      'With the load balancer the controller removes every connection, and consumers have to make their endpoints anew.',
  },
  {
    id: 'remove-load-balancer',
    title: 'Remove the load balancer, and the private link service with it',
    changesFiles: true,
    before: '',
  },
] as const satisfies readonly WithdrawStepSpec[];

/** Name of a step. @public */
export type AzureWithdrawStep = (typeof azureWithdrawStepSpecs)[number]['id'];

const stepIds = [
  'tell-consumers',
  'close',
  'remove-front-door',
  'reject-connections',
  'remove-load-balancer',
] as const satisfies readonly AzureWithdrawStep[];

/**
 * One step of taking an exposure in Azure back.
 *
 * @public
 */
export const azureWithdrawIntentSchema = z
  .object({
    /** Whose it is; left out where no entity claims it. */
    entityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    step: z.enum(stepIds),
    /** Connections that are there, as the portal last saw them; left out where nobody could look. */
    connections: uniqueList(
      z
        .object({
          /** Subscription of the consumer. */
          account: singleLineText({ max: 100 }),
          endpointId: singleLineText({ max: 500 }).optional(),
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
        form: z.enum(azureManifestForms),
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** What becomes of a Service: gone, or reachable inside the cluster only. Default `cluster-ip`. */
        service: z.enum(['cluster-ip', 'remove']).default('cluster-ip'),
      })
      .strict(),
    service: z
      .object({ name: serviceNameSchema, namespace: kubernetesNameSchema })
      .strict(),
    /** The Front Door in front of it, where it has one. */
    frontDoor: z
      .object({
        name: resourceNameSchema,
        infrastructure: azureInfrastructureSchema,
      })
      .strict()
      .optional(),
  })
  .strict()
  .superRefine((intent, context) => {
    const { step, connections = [], manifest } = intent;
    if (step === 'remove-load-balancer' && !intent.cutOffConsumers)
      refuseOpenConnections(connections, context);
    if (step === 'remove-front-door' && !intent.frontDoor) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['frontDoor'],
        message: 'is needed for this step: its name and its file',
      });
    }
    refuseServiceRemoval(manifest, context, {
      plainForms: ['cloud-provider-azure'],
    });
  });

/** One step of taking an exposure in Azure back, as read. @public */
export type AzureWithdrawIntent = z.output<typeof azureWithdrawIntentSchema>;
/** One step of taking an exposure in Azure back, as a form gives it. @public */
export type AzureWithdrawInput = z.input<typeof azureWithdrawIntentSchema>;
