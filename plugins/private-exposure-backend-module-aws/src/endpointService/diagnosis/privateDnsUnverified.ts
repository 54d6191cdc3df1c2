import type { DomainVerification } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * AWS has not found the record that proves the private name. Until it does, no new endpoint can use that name.
 *
 * @internal
 */
export const privateDnsUnverified: DiagnosisRule = {
  id: 'aws/private-dns-unverified',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ service: { domain } }) => {
    if (domain?.state !== 'pending' && domain?.state !== 'failed') return [];
    const { record } = domain;
    return [
      {
        message:
          domain.state === 'failed'
            ? `AWS looked for the TXT record of '${domain.domain}' and did not find it`
            : `'${domain.domain}' is not verified yet`,
        remedy: remedyFor(domain),
        hopId: hopIds.dnsName,
        evidence: toFacts(
          {
            Type: record?.type,
            ...(record && { Name: record.name, Value: record.value }),
          },
          ['Name', 'Value'],
        ),
      },
    ];
  },
};

// Facts in this text: AWS PrivateLink guide, "Manage DNS names for VPC endpoint services".
function remedyFor({ record }: DomainVerification): string {
  if (!record) {
    return 'AWS names no record yet: look again in a minute.';
  }
  const zone = record.name.slice(record.name.indexOf('.') + 1);
  return [
    `Publish the TXT record '${record.name}' with the value '${record.value}', then have it verified.`,
    'The value is case-sensitive.',
    `If your DNS provider refuses names with '_', put the record on '${zone}' itself.`,
    `If it appends the zone by itself, leave the zone out, or the record ends up at '${record.name}.${zone}'.`,
    'This verifies the name for this endpoint service alone: another one needs its own record, even for a name below the same domain.',
  ].join(' ');
}
