import { HclBlock, HclValue } from '../hcl/values';
import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { controllerPolicy } from './controllerPolicy';
import { controllerRoleName, trustConditions } from './controllerRole';
import { providerOf } from './accountProvider';
import { ownerTagOf } from './ownerTagOf';
import { toStatementBlocks, trustBlock } from './policyStatement';
import {
  controllerPurpose,
  podRules,
  shareName,
  subnetArn,
} from './preparationParts';
import { AUDIENCE } from './serviceAccountTrust';
import { tagsValue, toLabel } from './terraformExposure';
import {
  HclAttributes,
  referenceTo,
  resourceBlock,
} from './terraformResources';

/** A block without attributes of its own. */
function documentBlock(
  label: string,
  provider: HclAttributes,
  statements: HclBlock[],
): HclBlock {
  return {
    type: 'data',
    labels: ['aws_iam_policy_document', label],
    attributes: provider,
    blocks: statements,
  };
}

function labelOf({ cluster }: AwsClusterPreparationIntent): string {
  return `load_balancers_${toLabel(cluster)}`;
}

function tagsOf(intent: AwsClusterPreparationIntent, name: string): HclValue {
  return tagsValue(name, ownerTagOf(intent), intent.tags);
}

function roleBlocks(
  intent: AwsClusterPreparationIntent,
  provider: HclAttributes,
): HclBlock[] {
  const label = labelOf(intent);
  const name = controllerRoleName(intent);
  const { permissionsBoundaryArn } = intent.controller;
  const identity = `aws_iam_openid_connect_provider.${label}`;
  const document = (part: string) =>
    referenceTo(`data.aws_iam_policy_document.${label}_${part}`, 'json');
  return [
    resourceBlock('aws_iam_openid_connect_provider', label, {
      ...provider,
      url: intent.issuer,
      client_id_list: [AUDIENCE],
      tags: tagsOf(intent, intent.cluster),
    }),
    documentBlock(`${label}_trust`, provider, [
      trustBlock(referenceTo(identity, 'arn'), trustConditions(intent)),
    ]),
    documentBlock(
      `${label}_permissions`,
      provider,
      toStatementBlocks(controllerPolicy(intent)),
    ),
    resourceBlock('aws_iam_role', label, {
      ...provider,
      name,
      description: controllerPurpose(intent),
      assume_role_policy: document('trust'),
      ...(permissionsBoundaryArn
        ? { permissions_boundary: permissionsBoundaryArn }
        : {}),
      tags: tagsOf(intent, name),
    }),
    resourceBlock('aws_iam_policy', label, {
      ...provider,
      name,
      description: controllerPurpose(intent),
      policy: document('permissions'),
      tags: tagsOf(intent, name),
    }),
    resourceBlock('aws_iam_role_policy_attachment', label, {
      ...provider,
      role: referenceTo(`aws_iam_role.${label}`, 'name'),
      policy_arn: referenceTo(`aws_iam_policy.${label}`, 'arn'),
    }),
  ];
}

function shareBlocks(
  intent: AwsClusterPreparationIntent,
  provider: HclAttributes,
): HclBlock[] {
  const { sharedSubnets, account } = intent;
  if (sharedSubnets.length === 0) return [];
  const label = labelOf(intent);
  const share = {
    resource_share_arn: referenceTo(`aws_ram_resource_share.${label}`, 'arn'),
  };
  return [
    resourceBlock('aws_ram_resource_share', label, {
      ...provider,
      name: shareName(intent),
      // Subnets are shared within an organization alone.
      allow_external_principals: false,
      tags: tagsOf(intent, shareName(intent)),
    }),
    ...sharedSubnets.map(subnet =>
      resourceBlock(
        'aws_ram_resource_association',
        `${label}_${toLabel(subnet)}`,
        { ...provider, resource_arn: subnetArn(intent, subnet), ...share },
      ),
    ),
    resourceBlock('aws_ram_principal_association', label, {
      ...provider,
      principal: account,
      ...share,
    }),
  ];
}

/** What the account with the load balancers gets, as Terraform. @internal */
export function terraformLoadBalancerAccount(
  intent: AwsClusterPreparationIntent,
): HclBlock[] {
  const { loadBalancerAccount: account, region } = intent;
  const provider = providerOf({ account, region });
  return [...roleBlocks(intent, provider), ...shareBlocks(intent, provider)];
}

/** What the cluster's account gets, as Terraform: the way from the load balancers to the pods. @internal */
export function terraformClusterAccount(
  intent: AwsClusterPreparationIntent,
): HclBlock[] {
  const { account, loadBalancerAccount, region, pods } = intent;
  const provider = providerOf({ account, region });
  return podRules(intent).map(({ port, source, description }) => {
    const { type, value } = source;
    const part = value.toLowerCase().replace(/[^a-z0-9]/g, '_');
    const network = value.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4';
    return resourceBlock(
      'aws_vpc_security_group_ingress_rule',
      `${labelOf(intent)}_${port}_${part}`,
      {
        ...provider,
        description,
        from_port: port,
        ip_protocol: 'tcp',
        to_port: port,
        // A group of another account stands behind that account's id.
        ...(type === 'network'
          ? { [network]: value }
          : {
              referenced_security_group_id: `${loadBalancerAccount}/${value}`,
            }),
        security_group_id: pods.securityGroup,
        tags: tagsOf(intent, `${intent.cluster}-load-balancers`),
      },
    );
  });
}
