import { HclBlock } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { PublicEntranceIntent } from '../intents/cloudFrontOrigin';
import { EntranceSetUp } from '../intents/publicEntrance';
import { addManifestObject } from './addManifestObject';
import { buildTerraformFile } from './buildInfrastructure';
import { originGroupName } from './cloudFrontParts';
import { LBC_CLASS } from './manifestPlan';
import { ownerTagOf } from './ownerTagOf';
import {
  PolicyStatement,
  toStatementBlocks,
  trustBlock,
} from './policyStatement';
import { tagsValue, toLabel } from './terraformExposure';
import { terraformOriginGroup } from './terraformOrigin';
import { dataBlock, referenceTo, resourceBlock } from './terraformResources';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';
const DOCUMENT = 'aws_iam_policy_document';
const PORT = 443;

function entranceService(
  intent: AwsCloudFrontIntent,
  entrance: EntranceSetUp,
  hostName: string,
): ManifestObject {
  const { service, certificateArn, subnets } = entrance;
  const { name, namespace, selector, targetPort } = service;
  const annotations = {
    // As an annotation: external-dns reads no labels.
    [`${entrance.externalDnsPrefix}hostname`]: hostName,
    [`${NLB_PREFIX}nlb-target-type`]: 'ip',
    [`${NLB_PREFIX}scheme`]: 'internet-facing',
    ...(subnets.length ? { [`${NLB_PREFIX}subnets`]: subnets.join(',') } : {}),
    [`${NLB_PREFIX}security-groups`]: originGroupName({ name }),
    [`${NLB_PREFIX}manage-backend-security-group-rules`]: 'true',
    ...(certificateArn
      ? {
          [`${NLB_PREFIX}ssl-cert`]: certificateArn,
          [`${NLB_PREFIX}ssl-ports`]: String(PORT),
          [`${NLB_PREFIX}ssl-negotiation-policy`]:
            'ELBSecurityPolicy-TLS13-1-2-2021-06',
        }
      : {}),
    [`${NLB_PREFIX}attributes`]: 'load_balancing.cross_zone.enabled=true',
    [`${NLB_PREFIX}additional-resource-tags`]: Object.entries({
      ...ownerTagOf(intent),
      ...intent.tags,
    })
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: LBC_CLASS,
      selector,
      ports: [{ name: 'https', port: PORT, targetPort, protocol: 'TCP' }],
    },
  };
}

/**
 * What external-dns may do: change the records of its zone alone, and list what there is.
 *
 * @remarks kubernetes-sigs/external-dns, docs/tutorials/aws.md
 */
const LISTING: PolicyStatement = {
  sid: 'List',
  actions: ['route53:ListHostedZones'],
  resources: ['*'],
};

function externalDnsBlocks(
  intent: AwsCloudFrontIntent,
  { service, externalDns }: EntranceSetUp,
): HclBlock[] {
  if (!externalDns) return [];
  const name = `${service.name}-external-dns`;
  const label = toLabel(name);
  const { issuer, serviceAccount } = externalDns;
  const provider = issuer.replace('https://', '');
  const claim = (key: string, value: string) => ({
    test: 'StringEquals',
    variable: `${provider}:${key}`,
    values: [value],
  });
  const tags = tagsValue(name, ownerTagOf(intent), intent.tags);
  const zone: HclBlock = {
    type: 'statement',
    labels: [],
    attributes: {
      sid: 'Zone',
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ListResourceRecordSets',
        'route53:ListTagsForResources',
      ],
      resources: [referenceTo(`data.aws_route53_zone.${label}`, 'arn')],
    },
  };
  return [
    dataBlock('aws_route53_zone', label, {
      name: intent.zone,
      private_zone: false,
    }),
    {
      ...dataBlock(DOCUMENT, `${label}_trust`, {}),
      blocks: [
        trustBlock(`arn:aws:iam::${intent.account}:oidc-provider/${provider}`, [
          claim('aud', 'sts.amazonaws.com'),
          claim(
            'sub',
            `system:serviceaccount:${serviceAccount.namespace}:${serviceAccount.name}`,
          ),
        ]),
      ],
    },
    {
      ...dataBlock(DOCUMENT, label, {}),
      blocks: [zone, ...toStatementBlocks([LISTING])],
    },
    resourceBlock('aws_iam_policy', label, {
      name,
      policy: referenceTo(`data.${DOCUMENT}.${label}`, 'json'),
      tags,
    }),
    resourceBlock('aws_iam_role', label, {
      name,
      assume_role_policy: referenceTo(
        `data.${DOCUMENT}.${label}_trust`,
        'json',
      ),
      tags,
    }),
    resourceBlock('aws_iam_role_policy_attachment', label, {
      role: referenceTo(`aws_iam_role.${label}`, 'name'),
      policy_arn: referenceTo(`aws_iam_policy.${label}`, 'arn'),
    }),
  ];
}

/**
 * The files of a cluster's public entrance, where an intent has it made: its Service, the security group that lets
 * CloudFront in, and the role of external-dns, which is limited to the zone. An entrance that is there stays.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildPublicEntrance(
  intent: AwsCloudFrontIntent,
  { entrance, hostName }: PublicEntranceIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  if (!entrance) return [];
  const { path, infrastructurePath, service, vpc } = entrance;
  const { name, namespace } = service;
  const content = addManifestObject({
    ...{ path, before: existing[path] },
    name: { apiVersion: 'v1', kind: 'Service', name, namespace },
    create: () => entranceService(intent, entrance, hostName),
    isKept: true,
  });
  return [
    { path, content },
    buildTerraformFile({
      ...{ path: infrastructurePath, existing },
      blocks: [
        ...terraformOriginGroup({ ...intent, name }, { vpc, port: PORT }),
        ...externalDnsBlocks(intent, entrance),
      ],
    }),
  ];
}
