import type { z as zod } from 'zod/v3';
import { publicRouteInput } from './cloudFrontOriginInput';
import { optionalTextInput } from './inputProperties';

type Zod = typeof zod;

/** Inputs that are the withdrawal's own. @internal */
export const cloudFrontWithdrawInputs = {
  step: (z: Zod) =>
    z.enum(['remove-distribution', 'remove-way', 'remove-rest'], {
      description:
        'Which step, in this order: `remove-distribution` takes the service off the Internet, `remove-way` removes the load balancer or the route, `remove-rest` certificates and security group. Each has to be merged and applied before the next.',
    }),
  name: optionalTextInput(
    "Name of the distribution; the entity's name unless given. In Terraform it is the resource's label, with - for _; in CloudFormation the name of `MyShopDistribution` is `my-shop`.",
  ),
  serviceName: optionalTextInput(
    "Name of the Service; the entity's name unless given, or the distribution's.",
  ),
  namespace: optionalTextInput(
    'Namespace of the Service; its name unless given.',
  ),
  manifestPath: optionalTextInput(
    'Path of the manifest below `folder`; `k8s/<serviceName>.yaml` unless given.',
  ),
  way: (z: Zod) =>
    z
      .enum(['application', 'network', 'entrance'], {
        description:
          'How CloudFront reaches the service: an Application Load Balancer (unless given), a Network Load Balancer, or the public entrance.',
      })
      .optional(),
  route: publicRouteInput,
  hostNames: (z: Zod) =>
    z
      .array(z.string(), {
        description: 'Published names, for the route at the public entrance.',
      })
      .optional(),
  infrastructurePath: optionalTextInput(
    'Path of the infrastructure code below `folder`, Terraform if it ends with `.tf`, else CloudFormation; `infra/cloudfront.tf` unless given.',
  ),
};

/** Everything that `private-exposure:aws-cloudfront:withdraw` takes, apart from entity and workspace paths. @internal */
export type CloudFrontWithdrawActionInput = {
  [K in keyof typeof cloudFrontWithdrawInputs]: zod.infer<
    ReturnType<(typeof cloudFrontWithdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
