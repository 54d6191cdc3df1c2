import type { z as zod } from 'zod/v3';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

const list = (z: Zod, description: string) =>
  z.array(z.string(), { description }).optional();

function controllerInput(z: Zod) {
  return z
    .object(
      {
        serviceAccount: optionalText(
          z,
          'Name of its service account; that of the Helm chart unless given.',
        ),
        namespace: optionalText(
          z,
          'Namespace of the service account; `kube-system` unless given.',
        ),
        roleName: optionalText(
          z,
          'Name of the role; `<cluster>-load-balancers` unless given.',
        ),
        permissionsBoundaryArn: optionalText(
          z,
          'ARN of a policy that bounds the role.',
        ),
        firewall: z
          .boolean({
            description:
              'Whether the controller may put load balancers behind web ACLs.',
          })
          .optional(),
        manifestPath: optionalText(
          z,
          'Path of the service account below `folder`; `k8s/<cluster>-controller.yaml` unless given.',
        ),
        valuesPath: optionalText(
          z,
          'Path of the Helm values below `folder`; `helm/<cluster>-controller.yaml` unless given.',
        ),
      },
      { description: 'The AWS Load Balancer Controller.' },
    )
    .optional();
}

function podsInput(z: Zod) {
  return z.object(
    {
      securityGroup: z.string({
        description: 'Group of the pods, or of their nodes.',
      }),
      ports: z.array(z.number().int(), {
        description: 'Ports on which the pods are reached.',
      }),
      fromSecurityGroups: list(
        z,
        "Groups of the load balancers; those of the cluster's profile unless this or `fromNetworks` is given.",
      ),
      fromNetworks: list(
        z,
        "Networks of the load balancers' subnets, instead of their groups.",
      ),
    },
    { description: 'The way from the load balancers to the pods.' },
  );
}

function infrastructureInput(z: Zod) {
  return z
    .object(
      {
        format: z
          .enum(['terraform', 'cloudformation'], {
            description: '`terraform` unless given.',
          })
          .optional(),
        loadBalancerPath: optionalText(
          z,
          'Path below `folder` for the account with the load balancers; `infra/<account>/<cluster>.tf` or `.json` unless given.',
        ),
        clusterPath: optionalText(
          z,
          "Path below `folder` for the cluster's account; `infra/<account>/<cluster>.tf` or `.json` unless given.",
        ),
        loadBalancerRoleArn: optionalText(
          z,
          "Role that Terraform takes on in the load balancers' account.",
        ),
        clusterRoleArn: optionalText(
          z,
          "Role that Terraform takes on in the cluster's account.",
        ),
        providersDeclared: z
          .boolean({
            description:
              'Whether the Terraform modules have the providers already.',
          })
          .optional(),
      },
      { description: 'The infrastructure code.' },
    )
    .optional();
}

/** Inputs that are the preparation's own. @internal */
export const clusterPreparationInputs = {
  loadBalancerAccount: (z: Zod) =>
    optionalText(
      z,
      "Account that gets the load balancers; that of the cluster's profile unless given.",
    ),
  issuer: (z: Zod) =>
    z.string({
      description:
        "The cluster's issuer, as `aws eks describe-cluster` has it under `identity.oidc.issuer`.",
    }),
  sharedSubnets: (z: Zod) =>
    list(
      z,
      "Subnets that the cluster's account is to share; none unless given, for it shares them already.",
    ),
  controller: controllerInput,
  pods: podsInput,
  infrastructure: infrastructureInput,
};

/** Everything that `private-exposure:aws-load-balancer:prepare-cluster` takes, apart from entity and workspace paths. @internal */
export type ClusterPreparationInput = {
  [K in keyof typeof clusterPreparationInputs]: zod.infer<
    ReturnType<(typeof clusterPreparationInputs)[K]>
  >;
} & { cluster: string; folder?: string; reason?: string };
