import { HclBlock } from '../hcl/values';
import { AwsPublicEntranceIntent } from '../intents/awsPublicEntrance';
import { ENTRANCE_PORT } from './entranceService';
import {
  ZONE_ACTIONS,
  ZONE_LISTING,
  externalDnsRoleName,
} from './externalDnsRole';
import { ownerTagOf } from './ownerTagOf';
import { toStatementBlocks, trustBlock } from './policyStatement';
import {
  TrustedServiceAccount,
  identityProviderOf,
  serviceAccountConditions,
} from './serviceAccountTrust';
import { tagsValue, toLabel } from './terraformExposure';
import { terraformOriginGroup } from './terraformOrigin';
import {
  dataBlock,
  nestedBlock,
  referenceTo,
  resourceBlock,
} from './terraformResources';

const DOCUMENT = 'aws_iam_policy_document';
const ZONE = 'aws_route53_zone';

/** What is looked up and put together for the role: the zone, who gets the role, and what for. */
function documentBlocks(
  { account, zone }: AwsPublicEntranceIntent,
  trusted: TrustedServiceAccount,
  label: string,
): HclBlock[] {
  const provider = `arn:aws:iam::${account}:oidc-provider/${identityProviderOf(
    trusted.issuer,
  )}`;
  return [
    dataBlock(ZONE, label, { name: zone, private_zone: false }),
    {
      ...dataBlock(DOCUMENT, `${label}_trust`, {}),
      blocks: [trustBlock(provider, serviceAccountConditions(trusted))],
    },
    {
      ...dataBlock(DOCUMENT, label, {}),
      blocks: [
        nestedBlock('statement', {
          sid: 'Zone',
          actions: ZONE_ACTIONS,
          resources: [referenceTo(`data.${ZONE}.${label}`, 'arn')],
        }),
        ...toStatementBlocks([ZONE_LISTING]),
      ],
    },
  ];
}

function roleBlocks(
  intent: AwsPublicEntranceIntent,
  label: string,
): HclBlock[] {
  const name = externalDnsRoleName(intent);
  const tags = tagsValue(name, ownerTagOf(intent), intent.tags);
  const document = (part: string) =>
    referenceTo(`data.${DOCUMENT}.${part}`, 'json');
  return [
    resourceBlock('aws_iam_policy', label, {
      ...{ name, policy: document(label), tags },
    }),
    resourceBlock('aws_iam_role', label, {
      ...{ name, assume_role_policy: document(`${label}_trust`), tags },
    }),
    resourceBlock('aws_iam_role_policy_attachment', label, {
      role: referenceTo(`aws_iam_role.${label}`, 'name'),
      policy_arn: referenceTo(`aws_iam_policy.${label}`, 'arn'),
    }),
  ];
}

/** What a public entrance needs, as Terraform: its security group, and the role of external-dns. @internal */
export function terraformEntrance(intent: AwsPublicEntranceIntent): HclBlock[] {
  const { externalDns, service, vpc } = intent;
  const label = `${toLabel(service.name)}_external_dns`;
  return [
    ...terraformOriginGroup(
      { ...intent, name: service.name },
      { vpc, port: ENTRANCE_PORT },
    ),
    ...(externalDns
      ? [
          ...documentBlocks(intent, externalDns, label),
          ...roleBlocks(intent, label),
        ]
      : []),
  ];
}
