import type { z as zod } from 'zod/v3';
import { optionalTextInput } from './inputProperties';

type Zod = typeof zod;

/** Inputs that are the withdrawal's own. @internal */
export const loadBalancerWithdrawInputs = {
  step: (z: Zod) =>
    z.enum(['lift-protection', 'remove-load-balancer'], {
      description:
        'Which step, in this order: `lift-protection` lets AWS delete the load balancer, `remove-load-balancer` removes the Ingress and with it the load balancer. The first has to be merged and applied before the second.',
    }),
  manifestPath: optionalTextInput(
    'Path of the manifest below `folder`; `k8s/<serviceName>.yaml` unless given.',
  ),
  serviceName: optionalTextInput(
    "Name of the Service; the entity's name unless given or, with `ingressName`, the only Service that the Ingress leads to.",
  ),
  namespace: optionalTextInput(
    "Namespace of both; the Service's or the entity's name unless given.",
  ),
  ingressName: optionalTextInput(
    "Name of the Ingress; the Service's name unless given.",
  ),
  removeService: (z: Zod) =>
    z
      .boolean({
        description:
          'Remove the Service too; else it stays, reached inside the cluster alone.',
      })
      .optional(),
};

/** Everything that `private-exposure:aws-load-balancer:withdraw` takes, apart from entity and workspace paths. @internal */
export type LoadBalancerWithdrawInput = {
  [K in keyof typeof loadBalancerWithdrawInputs]: zod.infer<
    ReturnType<(typeof loadBalancerWithdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
