import { z } from 'zod';
import { kubernetesNameSchema, serviceNameSchema } from '../values/kubernetes';
import { filePathSchema } from '../values/filePath';
import {
  AwsCloudFrontIntent,
  awsCloudFrontIntentSchema,
} from './awsCloudFront';
import { parseIntent } from './parseIntent';
import { sharedEntranceSchema } from './sharedRoute';
import { WithdrawStepSpec } from './withdraw';

/**
 * The steps from a public entrance to a VPC origin. The new way stands before the old one goes, for AWS changes no VPC
 * origin that is in use (`CannotUpdateEntityWhileInUse`), and nobody is to notice.
 *
 * @public
 */
export const cloudFrontMigrationStepSpecs = [
  {
    id: 'create-vpc-origin',
    title: 'Make the internal load balancer and the VPC origin',
    changesFiles: true,
    before:
      'The distribution can be switched to an origin only that is there; until then nothing changes for callers.',
  },
  {
    id: 'switch-origin',
    title: 'Switch the distribution to it',
    changesFiles: true,
    before:
      'Places that have not heard of the switch still ask the public entrance, for some minutes.',
  },
  {
    id: 'remove-entrance',
    title: 'Remove the public way',
    changesFiles: true,
    before: '',
  },
] as const satisfies readonly WithdrawStepSpec[];

/** Name of a step. @public */
export type CloudFrontMigrationStep =
  (typeof cloudFrontMigrationStepSpecs)[number]['id'];

const stepIds = [
  'create-vpc-origin',
  'switch-origin',
  'remove-entrance',
] as const satisfies readonly CloudFrontMigrationStep[];

/** What a migration has besides what is published. @public */
export const cloudFrontMigrationSchema = z
  .object({
    step: z.enum(stepIds),
    /** Where the route of the public way is. */
    route: sharedEntranceSchema,
    /** The Service of the entrance itself, where nobody else needs it any more. Default it stays. */
    entranceService: z
      .object({
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        name: serviceNameSchema,
        namespace: kubernetesNameSchema,
      })
      .strict()
      .optional(),
  })
  .strict();

/** One step of a migration: what is published, as it is to be in the end, and the step. @public */
export interface CloudFrontMigrationInput
  extends z.input<typeof cloudFrontMigrationSchema> {
  /** What is published. Its origin is the VPC origin. */
  published: z.input<typeof awsCloudFrontIntentSchema>;
}

/** One step of a migration, as read. @public */
export interface CloudFrontMigrationIntent
  extends z.output<typeof cloudFrontMigrationSchema> {
  published: AwsCloudFrontIntent;
}

/**
 * Reads one step of a migration.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function readMigration({
  published,
  ...migration
}: CloudFrontMigrationInput): CloudFrontMigrationIntent {
  return {
    ...parseIntent(cloudFrontMigrationSchema, migration),
    published: parseIntent(awsCloudFrontIntentSchema, published),
  };
}
