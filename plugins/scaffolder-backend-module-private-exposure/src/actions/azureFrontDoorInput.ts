import type { z as zod } from 'zod/v3';
import {
  azureInfrastructureInput,
  type AzureInfrastructureInput,
} from './azureInfrastructureInput';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

const text = (z: Zod, description: string) => z.string({ description });

/** Inputs that are Front Door's own. @internal */
export const azureFrontDoorInputs = {
  name: (z: Zod) =>
    optionalText(
      z,
      "Name of the profile and of all that belongs to it; the entity's name unless given.",
    ),
  resourceGroup: (z: Zod) =>
    text(z, 'Resource group that takes Front Door and its firewall.'),
  origin: (z: Zod) =>
    z.object(
      {
        privateLinkService: optionalText(
          z,
          "Id of the private link service, or its name beside the cluster's load balancers; the entity's name unless given.",
        ),
        location: optionalText(
          z,
          "Where Front Door puts its private endpoint; the cluster's location unless given.",
        ),
        hostName: text(
          z,
          'Name of the service. With HTTPS its certificate must be for this name, from a public authority.',
        ),
        hostHeader: optionalText(
          z,
          'What the service gets as the Host of each request; its name unless given.',
        ),
        protocol: z
          .enum(['https', 'http'], {
            description:
              'How Front Door speaks to the service; `https` unless given.',
          })
          .optional(),
        port: z
          .number({ description: '443 unless given, or 80 for HTTP.' })
          .int()
          .optional(),
      },
      { description: 'The service behind Front Door.' },
    ),
  healthProbe: (z: Zod) =>
    z
      .object(
        {
          path: optionalText(z, '`/` unless given.'),
          intervalSeconds: z
            .number({ description: '5 to 255; 100 unless given.' })
            .int()
            .optional(),
          method: z.enum(['HEAD', 'GET']).optional(),
        },
        { description: 'How Front Door asks whether the service is up.' },
      )
      .optional(),
  patterns: (z: Zod) =>
    z
      .array(z.string(), {
        description: 'Paths that are published; `/*` unless given.',
      })
      .optional(),
  customDomain: (z: Zod) =>
    z
      .object(
        {
          hostName: optionalText(z, 'The domain; none unless given.'),
          certificate: z
            .enum(['managed', 'own'], {
              description:
                '`managed` (unless given): Front Door gets and renews it; `own`: it is in a key vault.',
            })
            .optional(),
          vaultId: optionalText(z, 'Id of the key vault, for an own one.'),
          certificateName: optionalText(
            z,
            'Name of the certificate in the key vault, for an own one.',
          ),
        },
        { description: 'A domain of yours.' },
      )
      .optional(),
  infrastructure: azureInfrastructureInput('front-door'),
};

/** Everything that `private-exposure:azure-front-door:generate` takes, apart from entity and workspace paths. @internal */
export type FrontDoorInput = {
  [K in Exclude<
    keyof typeof azureFrontDoorInputs,
    'infrastructure'
  >]: zod.infer<ReturnType<(typeof azureFrontDoorInputs)[K]>>;
} & {
  cluster: string;
  folder?: string;
  reason?: string;
  infrastructure?: AzureInfrastructureInput;
};
