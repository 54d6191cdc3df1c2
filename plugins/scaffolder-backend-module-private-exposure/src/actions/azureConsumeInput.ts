import type { z as zod } from 'zod/v3';
import {
  azureInfrastructureInput,
  type AzureInfrastructureInput,
} from './azureInfrastructureInput';
import { optionalTextInput } from './inputProperties';

type Zod = typeof zod;

/** Inputs that are the consumer's own. @internal */
export const azureConsumeInputs = {
  name: optionalTextInput(
    'Name of the endpoint; `<entity>-private-link` unless given.',
  ),
  providerRef: optionalTextInput(
    'The catalog entity that provides the service, if it is known.',
  ),
  service: (z: Zod) =>
    z.string({
      description:
        "The private link service: its alias, such as `payments.<guid>.westeurope.azure.privatelinkservice`, or its id. Both are on the service's page.",
    }),
  resourceGroup: (z: Zod) =>
    z.string({ description: 'Resource group that takes the endpoint.' }),
  network: (z: Zod) =>
    z
      .object(
        {
          resourceGroup: z
            .string({
              description:
                "Resource group of the network; the cluster's own unless given.",
            })
            .optional(),
          vnet: z
            .string({
              description: "Name of the network; the cluster's unless given.",
            })
            .optional(),
          subnet: z
            .string({
              description:
                "Name of the subnet for the endpoint's address; the cluster's default unless given.",
            })
            .optional(),
        },
        { description: 'Where the endpoint gets its address.' },
      )
      .optional(),
  privateDns: (z: Zod) =>
    z
      .object(
        {
          zone: z.string({ description: 'The private DNS zone.' }).optional(),
          record: z
            .string({
              description: 'The name in it; `@` for the zone itself.',
            })
            .optional(),
          existingResourceGroup: z
            .string({
              description:
                'Where the zone is, if it is there already; else it is made and linked to the network.',
            })
            .optional(),
        },
        { description: 'A name that leads to the endpoint.' },
      )
      .optional(),
  infrastructure: azureInfrastructureInput('private-endpoint'),
};

/** Everything that `private-exposure:azure-private-link:consume` takes, apart from entity and workspace paths. @internal */
export type AzureConsumeInput = {
  [K in Exclude<keyof typeof azureConsumeInputs, 'infrastructure'>]: zod.infer<
    ReturnType<(typeof azureConsumeInputs)[K]>
  >;
} & {
  cluster: string;
  folder?: string;
  reason?: string;
  infrastructure?: AzureInfrastructureInput;
};
