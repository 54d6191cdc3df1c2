import { AwsPublicEntranceIntent } from '../intents/awsPublicEntrance';
import { PolicyStatement } from './policyStatement';

const SUFFIX = '-external-dns';

/** Name of the role of a cluster's external-dns, and of its policy. @internal */
export function externalDnsRoleName({
  cluster,
}: Pick<AwsPublicEntranceIntent, 'cluster'>): string {
  return `${cluster.slice(0, 64 - SUFFIX.length)}${SUFFIX}`;
}

/** ARN of the role. @internal */
export function externalDnsRoleArn(
  intent: Pick<AwsPublicEntranceIntent, 'cluster' | 'account'>,
): string {
  return `arn:aws:iam::${intent.account}:role/${externalDnsRoleName(intent)}`;
}

/** What external-dns may do with its zone. @internal */
export const ZONE_ACTIONS = [
  'route53:ChangeResourceRecordSets',
  'route53:ListResourceRecordSets',
  'route53:ListTagsForResources',
];

/**
 * What external-dns may do besides: list what there is, for AWS lets nobody list one zone alone.
 *
 * @remarks kubernetes-sigs/external-dns, docs/tutorials/aws.md
 * @internal
 */
export const ZONE_LISTING: PolicyStatement = {
  sid: 'List',
  actions: ['route53:ListHostedZones'],
  resources: ['*'],
};
