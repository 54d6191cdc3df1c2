import { z } from 'zod';
import { awsPartitionSchema } from '../values/aws';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { principalSchema } from '../values/principal';
import { patternText, singleLineText } from '../values/text';

/**
 * One more consumer that may ask to connect: an edit of the provider's infrastructure code.
 *
 * @public
 */
export const addGrantIntentSchema = z
  .object({
    /** The entity that provides the service. */
    entityRef: entityRefSchema,
    /** The entity that wants to consume it, where it is known. */
    consumerEntityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    partition: awsPartitionSchema.default('aws'),
    /** Everyone at once is not a grant to add here. */
    principal: principalSchema.refine(principal => principal !== '*', {
      message: `must name somebody, not '*'`,
    }),
    /** The file that declares the endpoint service: Terraform if it ends with `.tf`, else CloudFormation. */
    path: filePathSchema({ extensions: ['.tf', '.json', '.yaml', '.yml'] }),
    /** Label or logical id of the endpoint service; may be left out where the file has only one. */
    label: patternText({
      pattern: /^[A-Za-z_][A-Za-z0-9_-]*$/,
      max: 100,
      expected: 'the label or logical id of a resource',
    }).optional(),
  })
  .strict();

/** One more consumer that may ask to connect, as read. @public */
export type AddGrantIntent = z.output<typeof addGrantIntentSchema>;
/** One more consumer that may ask to connect, as a form gives it. @public */
export type AddGrantInput = z.input<typeof addGrantIntentSchema>;
