import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../../consoleUrls';
import { hopIds } from '../../../inspection/hops/hopIds';
import { distributionHealths } from '../../../mapping/states';
import type { DistributionInspection } from '../DistributionInspection';

/**
 * The distribution on the path.
 *
 * @internal
 */
export function distributionHop(
  { distribution, origins, scope }: DistributionInspection,
  states: StateReader,
): Hop {
  const { arn, id, name, status, domainName } = distribution;
  return {
    id: hopIds.distribution,
    type: 'cdn',
    title: name,
    nativeId: arn,
    ...judge(distribution, states),
    facts: toFacts(
      {
        'Domain name': domainName,
        'Distribution id': id,
        State: status,
        Enabled: distribution.enabled,
        Origins: origins.map(({ host }) => host),
        'Oldest TLS': distribution.minimumTls,
      },
      ['Domain name', 'Distribution id'],
    ),
    consoleUrl: consoleUrls.distribution(scope, id),
  };
}

function judge(
  { enabled, status }: DistributionInspection['distribution'],
  states: StateReader,
): { health: Health; reason?: string } {
  if (!enabled) return { health: 'failing', reason: 'It is disabled' };
  const health =
    states.read('distribution', status, distributionHealths) ?? 'unknown';
  return health === 'ok'
    ? { health }
    : { health, reason: `AWS says the distribution is '${status}'` };
}
