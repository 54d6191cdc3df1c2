import type { z as zod } from 'zod/v3';
import { publicRouteInput } from './cloudFrontOriginInput';

type Zod = typeof zod;

const optionalText = (description: string) => (z: Zod) =>
  z.string({ description }).optional();

/** Inputs that are the withdrawal's own. @internal */
export const cloudFrontWithdrawInputs = {
  step: (z: Zod) =>
    z.enum(['remove-distribution', 'remove-way', 'remove-rest'], {
      description:
        'Which step, in this order: `remove-distribution` takes the service off the Internet, `remove-way` removes the load balancer or the route, `remove-rest` certificates and security group. Each has to be merged and applied before the next.',
    }),
  name: optionalText(
    "Name of the distribution; the entity's name unless given. In Terraform it is the resource's label, with - for _; in CloudFormation the name of `MyShopDistribution` is `my-shop`.",
  ),
  serviceName: optionalText(
    "Name of the Service; the entity's name unless given, or the distribution's.",
  ),
  namespace: optionalText('Namespace of the Service; its name unless given.'),
  manifestPath: optionalText(
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
  infrastructurePath: optionalText(
    'Path of the infrastructure code below `folder`, Terraform if it ends with `.tf`, else CloudFormation; `infra/cloudfront.tf` unless given.',
  ),
};

/** Everything that `private-exposure:aws-cloudfront:withdraw` takes, apart from entity and workspace paths. @internal */
export type CloudFrontWithdrawActionInput = {
  [K in keyof typeof cloudFrontWithdrawInputs]: zod.infer<
    ReturnType<(typeof cloudFrontWithdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
