import {
  inFolder,
  type AwsClusterPreparationInput,
  type ClusterProfile,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { ClusterPreparationInput } from '../actions/clusterPreparationInput';

/** What the intent of a cluster's preparation is made of. @internal */
export interface ClusterPreparationSources {
  /** Reference of the entity that owns what is made, as the catalog has it. */
  entityRef: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster. */
  profile: ClusterProfile;
  /** The action's input. */
  input: ClusterPreparationInput;
}

/**
 * Makes the intent of what prepares a cluster for load balancers in another account. The cluster's own account, its region
 * and VPC come from its profile. Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toClusterPreparationInput(
  sources: ClusterPreparationSources,
): AwsClusterPreparationInput {
  const { entityRef, profile, input } = sources;
  const loadBalancerAccount =
    input.loadBalancerAccount || profile.loadBalancerAccount || '';
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    // A form's empty text field means that nothing was asked for.
    reason: input.reason || undefined,
    cluster: profile.name,
    partition: profile.partition,
    account: profile.account,
    loadBalancerAccount,
    region: profile.region,
    issuer: input.issuer,
    vpc: profile.vpc ?? '',
    sharedSubnets: input.sharedSubnets,
    controller: toController(profile, input),
    pods: toPods(profile, input),
    infrastructure: toInfrastructure(profile, input, loadBalancerAccount),
  };
}

function toController(
  { name }: ClusterProfile,
  { controller = {}, folder }: ClusterPreparationInput,
): AwsClusterPreparationInput['controller'] {
  const { serviceAccount, namespace } = controller;
  return {
    serviceAccount: {
      name: serviceAccount || undefined,
      namespace: namespace || undefined,
    },
    roleName: controller.roleName || undefined,
    permissionsBoundaryArn: controller.permissionsBoundaryArn || undefined,
    firewall: controller.firewall,
    manifestPath: inFolder(
      folder,
      controller.manifestPath || `k8s/${name}-controller.yaml`,
    ),
    valuesPath: inFolder(
      folder,
      controller.valuesPath || `helm/${name}-controller.yaml`,
    ),
  };
}

function toPods(
  profile: ClusterProfile,
  { pods }: ClusterPreparationInput,
): AwsClusterPreparationInput['pods'] {
  const { securityGroup, ports, fromNetworks, fromSecurityGroups } = pods;
  return {
    securityGroup,
    ports,
    from: fromNetworks?.length
      ? { type: 'networks', cidrs: fromNetworks }
      : {
          type: 'security-groups',
          ids: fromSecurityGroups?.length
            ? fromSecurityGroups
            : profile.securityGroups.map(({ id }) => id),
        },
  };
}

function toInfrastructure(
  { name, account }: ClusterProfile,
  { infrastructure = {}, folder }: ClusterPreparationInput,
  loadBalancerAccount: string,
): AwsClusterPreparationInput['infrastructure'] {
  const {
    format = 'terraform',
    loadBalancerPath,
    clusterPath,
  } = infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'json';
  const paths = {
    loadBalancerPath: inFolder(
      folder,
      loadBalancerPath || `infra/${loadBalancerAccount}/${name}.${extension}`,
    ),
    clusterPath: inFolder(
      folder,
      clusterPath || `infra/${account}/${name}.${extension}`,
    ),
  };
  return format === 'terraform'
    ? {
        format,
        ...paths,
        loadBalancerRoleArn: infrastructure.loadBalancerRoleArn || undefined,
        clusterRoleArn: infrastructure.clusterRoleArn || undefined,
        providersDeclared: infrastructure.providersDeclared,
      }
    : { format, ...paths };
}
