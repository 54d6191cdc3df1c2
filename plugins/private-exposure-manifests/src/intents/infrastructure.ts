import { z } from 'zod';
import { filePathSchema } from '../values/filePath';

/** Where and in which language the infrastructure code stands. @public */
export const infrastructureSchema = z.discriminatedUnion('format', [
  z
    .object({
      format: z.literal('terraform'),
      path: filePathSchema({ extensions: ['.tf'] }),
    })
    .strict(),
  z
    .object({
      format: z.literal('cloudformation'),
      path: filePathSchema({ extensions: ['.json', '.yaml', '.yml'] }),
    })
    .strict(),
]);

/** Where and in which language the infrastructure code stands. @public */
export type InfrastructureIntent = z.output<typeof infrastructureSchema>;
