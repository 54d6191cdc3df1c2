import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';
import { listenerTitle, type Opening } from '../../diagnosis/openings';
import { filteredOpenings } from './filteredOpenings';
import { letInFacts } from './letInFacts';
import {
  listRanges,
  type NetworkOpening,
  networkOpenings,
} from './networkOpenings';

/**
 * The load balancer's security groups filter what comes over PrivateLink, and drop all of it, or all that comes from the
 * network of a consumer. Security groups of a consumer's network cannot be named.
 *
 * @internal
 */
export const securityGroupDropsConsumers: DiagnosisRule = {
  id: 'aws/security-group-drops-consumers',
  severity: 'error',
  breaksTraffic: true,
  check: inspection => [
    ...inspection.loadBalancers.flatMap(loadBalancer =>
      filteredOpenings(loadBalancer)
        .filter(letsNoRangeIn)
        .map(opening => noticeClosed(opening, loadBalancer)),
    ),
    ...networkOpenings(inspection)
      .filter(({ coverage }) => coverage === 'none')
      .map(noticeNetwork),
  ],
};

function letsNoRangeIn({ rules }: Opening): boolean {
  return rules.every(
    ({ cidrs, prefixLists }) => cidrs.length === 0 && prefixLists.length === 0,
  );
}

function noticeClosed(
  opening: Opening,
  loadBalancer: InspectedLoadBalancer,
): Noticed {
  const title = listenerTitle(opening.listener);
  const why =
    opening.rules.length === 0
      ? 'have no inbound rule for it'
      : 'let only security groups in, and consumers come from other networks';
  return {
    message: `All consumers are dropped at ${title} of '${loadBalancer.name}': its security groups ${why}`,
    remedy: remedyOf(opening, loadBalancer),
    hopId: hopIds.loadBalancer(loadBalancer.arn),
    evidence: letInFacts(opening, loadBalancer),
  };
}

function noticeNetwork(opening: NetworkOpening): Noticed {
  const { listener, loadBalancer, consumer, outside } = opening;
  const { account, accountName } = consumer.connection.consumer;
  return {
    message: `Consumer '${
      accountName ?? account
    }' is dropped at ${listenerTitle(listener)} of '${
      loadBalancer.name
    }': no inbound rule lets any address of its network in, which has ${listRanges(
      outside,
    )}`,
    remedy: remedyOf(opening, loadBalancer),
    hopId: hopIds.loadBalancer(loadBalancer.arn),
    evidence: [
      ...letInFacts(opening, loadBalancer),
      ...toFacts({ Endpoint: consumer.connection.nativeId }),
    ],
  };
}

function remedyOf(
  { listener }: Opening,
  { name }: InspectedLoadBalancer,
): string {
  return `Let the consumers' addresses in for ${listenerTitle(
    listener,
  )}, or switch the enforcement of inbound rules on PrivateLink traffic off for '${name}' if acceptance and allowed principals are control enough.`;
}
