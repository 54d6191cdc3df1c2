import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** Language and place of infrastructure code for Azure. @internal */
export function azureInfrastructureInput(defaultName: string) {
  return (z: Zod) =>
    z
      .object(
        {
          format: z
            .enum(['terraform', 'bicep'], {
              description: '`terraform` unless given.',
            })
            .optional(),
          path: z
            .string({
              description: `Path of the file below \`folder\`; \`infra/${defaultName}.tf\` or \`.bicep\` unless given.`,
            })
            .optional(),
        },
        { description: 'The infrastructure code.' },
      )
      .optional();
}

/** What {@link azureInfrastructureInput} takes. @internal */
export interface AzureInfrastructureInput {
  format?: 'terraform' | 'bicep';
  path?: string;
}
