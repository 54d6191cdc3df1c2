import { GeneratedFile } from './builders/types';
import { AwsPrivateLinkConsumerIntent } from './intents/consumer';
import { Finding } from './linter/types';

/**
 * Warns where a consumer's file switches the service's private name on, and nobody knows whether it can work.
 *
 * @remarks
 * AWS answers `InvalidParameter` to an endpoint with private DNS while the provider's domain is not verified (VPC
 * documentation, "Manage DNS names for VPC endpoint services").
 *
 * @internal
 */
export function findPrivateDnsRisk(
  { privateDns, serviceName }: AwsPrivateLinkConsumerIntent,
  { path, content }: GeneratedFile,
): Finding[] {
  if (!privateDns.enabled || privateDns.verification === 'verified') return [];
  const place = /private_dns_enabled|"?PrivateDnsEnabled/.exec(content);
  const before = content.slice(0, place?.index ?? 0).split('\n');
  return [
    {
      ruleId: 'aws/private-dns-unconfirmed',
      severity: 'warning',
      message:
        "The service's private name is switched on, and it is not known whether its domain is verified",
      remedy:
        "Look at the service's page or ask its owner: merge only once the domain is verified and this account's connection accepted. AWS refuses the endpoint before.",
      evidence: [{ label: 'service', value: serviceName }],
      path,
      line: before.length,
      column: before[before.length - 1].length + 1,
    },
  ];
}
