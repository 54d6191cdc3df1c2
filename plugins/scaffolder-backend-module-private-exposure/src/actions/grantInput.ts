import type { z as zod } from 'zod/v3';
import { clusterInput, optionalText } from './inputProperties';

type Zod = typeof zod;

/** Inputs that are a grant's own. @internal */
export const grantInputs = {
  consumerRef: (z: Zod) =>
    optionalText(z, 'The catalog entity that connects, if it is known.'),
  cluster: (z: Zod) => clusterInput(z).optional(),
  principal: (z: Zod) =>
    optionalText(
      z,
      "Who may ask: an account id, or the ARN of an account, user, role, organization or unit. The cluster's account unless given.",
    ),
  path: (z: Zod) =>
    optionalText(
      z,
      'Path of the infrastructure code below `folder`, Terraform if it ends with `.tf`, else CloudFormation; the first of `infra/privatelink.tf` and `infra/privatelink.yaml` that is there unless given.',
    ),
  label: (z: Zod) =>
    optionalText(
      z,
      'Label or logical id of the endpoint service, where the file has several.',
    ),
};
