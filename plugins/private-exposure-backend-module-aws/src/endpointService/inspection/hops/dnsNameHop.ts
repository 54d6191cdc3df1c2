import type {
  DomainVerification,
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../../inspection/hops/hopIds';

// A name that is not verified keeps new endpoints from using it; the endpoints that are up go on (PrivateLink guide).
const seen: Record<
  DomainVerification['state'],
  { health: Health; reason?: string }
> = {
  verified: { health: 'ok' },
  pending: {
    health: 'degraded',
    reason: 'The domain is not verified yet',
  },
  failed: {
    health: 'degraded',
    reason: 'AWS did not find the record that verifies the domain',
  },
  unknown: {
    health: 'unknown',
    reason: 'AWS does not say whether the domain is verified',
  },
};

/**
 * The private DNS name on the path.
 *
 * @internal
 */
export function dnsNameHop(domain: DomainVerification): Hop {
  return {
    id: hopIds.dnsName,
    type: 'dns-name',
    title: domain.domain,
    ...seen[domain.state],
    facts: toFacts(
      {
        Verification: domain.state,
        'TXT record': domain.record?.name,
        'TXT value': domain.record?.value,
      },
      ['TXT record', 'TXT value'],
    ),
  };
}
