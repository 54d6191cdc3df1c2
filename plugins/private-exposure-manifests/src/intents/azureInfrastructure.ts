import { z } from 'zod';
import { filePathSchema } from '../values/filePath';
import { singleLineText } from '../values/text';

/** Where and in which language the infrastructure code for Azure stands. @public */
export const azureInfrastructureSchema = z.discriminatedUnion('format', [
  z
    .object({
      format: z.literal('terraform'),
      path: filePathSchema({ extensions: ['.tf'] }),
    })
    .strict(),
  z
    .object({
      format: z.literal('bicep'),
      path: filePathSchema({ extensions: ['.bicep'] }),
    })
    .strict(),
]);

/** Where and in which language the infrastructure code for Azure stands. @public */
export type AzureInfrastructureIntent = z.output<
  typeof azureInfrastructureSchema
>;

/**
 * What a private endpoint says when it asks to be connected. Azure takes 140 characters.
 *
 * @public
 */
export const requestMessageSchema = singleLineText({ max: 140 }).refine(
  message => message.trim() !== '',
  { message: 'must not be empty' },
);
