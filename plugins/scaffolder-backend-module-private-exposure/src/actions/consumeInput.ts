import type { z as zod } from 'zod/v3';
import type { infrastructureInput } from './generateInput';

type Zod = typeof zod;

/** Inputs that are the consumer's own. @internal */
export const consumeInputs = {
  name: (z: Zod) =>
    z
      .string({
        description:
          'Name of the endpoint in the infrastructure code; `<entity>-private-link` unless given.',
      })
      .optional(),
  providerRef: (z: Zod) =>
    z
      .string({
        description:
          'The catalog entity that provides the service, if it is known.',
      })
      .optional(),
  serviceName: (z: Zod) =>
    z.string({
      description:
        'Name of the endpoint service, such as `com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0`.',
    }),
  serviceZoneIds: (z: Zod) =>
    z.array(z.string(), {
      description:
        "Zone ids that the service is in. The endpoint gets those of the cluster's subnets that are in one of them.",
    }),
  ports: (z: Zod) =>
    z.array(z.number().int(), {
      description: 'TCP ports of the service that may be used.',
    }),
  clientCidrs: (z: Zod) =>
    z.array(z.string(), {
      description: 'Networks that may use the endpoint, in CIDR form.',
    }),
  privateDns: (z: Zod) =>
    z
      .boolean({
        description:
          "Use the service's own domain name. AWS refuses it until its domain is verified: where the portal sees that it is not, it stays off and the pull request says why; where nobody knows, the pull request says to look first. Off unless given.",
      })
      .optional(),
};

/** Everything that `private-exposure:aws-privatelink:consume` takes, apart from entity and paths. @internal */
export type ConsumeInput = {
  [K in keyof typeof consumeInputs]: zod.infer<
    ReturnType<(typeof consumeInputs)[K]>
  >;
} & {
  cluster: string;
  folder?: string;
  reason?: string;
  infrastructure?: zod.infer<ReturnType<typeof infrastructureInput>>;
};
