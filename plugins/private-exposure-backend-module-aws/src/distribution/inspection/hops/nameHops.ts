import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../../consoleUrls';
import { hopIds } from '../../../inspection/hops/hopIds';
import { seenOr } from '../../../inspection/look';
import type { AwsScope } from '../../../scopes';
import type {
  InspectedDistribution,
  InspectedName,
} from '../DistributionInspection';
import { canonicalHost } from '../hostNames';

interface Judged {
  health: Health;
  reason?: string;
}

/**
 * A name that the distribution answers to. It has to lead to the distribution.
 *
 * @internal
 */
export function aliasHop(
  name: InspectedName,
  { domainName }: InspectedDistribution,
  scope: AwsScope,
): Hop {
  return toHop(name, scope, targets => {
    if (targets.includes(canonicalHost(domainName))) return { health: 'ok' };
    return {
      health: 'failing',
      reason: `It leads to ${targets.join(' and ')}, not to the distribution`,
    };
  });
}

/**
 * The name that an origin is fetched from. Where it leads to is judged at the load balancer.
 *
 * @internal
 */
export function originNameHop(name: InspectedName, scope: AwsScope): Hop {
  return toHop(name, scope, () => ({ health: 'ok' }));
}

function toHop(
  { name, records }: InspectedName,
  scope: AwsScope,
  judge: (targets: readonly string[]) => Judged,
): Hop {
  const seen = seenOr(records);
  return {
    id: hopIds.publicName(name),
    type: 'dns-name',
    title: name,
    ...judgeRecords(records, judge),
    facts: toFacts({
      'Leads to': seen?.targets,
      'Hosted zone': seen?.zoneId,
      Account: seen?.accountId,
    }),
    consoleUrl: seen && consoleUrls.hostedZone(scope, seen.zoneId),
  };
}

function judgeRecords(
  records: InspectedName['records'],
  judge: (targets: readonly string[]) => Judged,
): Judged {
  if (records.type === 'unseen') {
    return { health: 'unknown', reason: records.blind.message };
  }
  if (!records.value) {
    return {
      health: 'unknown',
      reason:
        'No hosted zone of the accounts that are looked into answers for it',
    };
  }
  const { targets, zoneName } = records.value;
  return targets.length === 0
    ? { health: 'failing', reason: `It has no record in zone ${zoneName}` }
    : judge(targets);
}
