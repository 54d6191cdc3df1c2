import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import type { InspectedConsumer } from '../inspection/ServiceInspection';
import { cidrContains } from '../../inspection/cidr';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';
import { listenerTitle, type Opening } from '../../diagnosis/openings';
import { filteredOpenings } from './filteredOpenings';

/**
 * The load balancer's security groups filter what comes over PrivateLink, and drop it. The consumer's own private
 * address is what they see; security groups of a consumer's network cannot be named.
 *
 * @internal
 */
export const securityGroupDropsConsumers: DiagnosisRule = {
  id: 'aws/security-group-drops-consumers',
  severity: 'error',
  breaksTraffic: true,
  check: ({ loadBalancers, consumers }) =>
    loadBalancers.flatMap(loadBalancer =>
      filteredOpenings(loadBalancer).flatMap(opening =>
        noticeOpening(opening, loadBalancer, consumers),
      ),
    ),
};

function noticeOpening(
  opening: Opening,
  loadBalancer: InspectedLoadBalancer,
  consumers: readonly InspectedConsumer[],
): Noticed[] {
  const { listener, rules } = opening;
  const title = listenerTitle(listener);
  const hopId = hopIds.loadBalancer(loadBalancer.arn);
  const remedy = `Let the consumers' addresses in for ${title}, or switch the enforcement of inbound rules on PrivateLink traffic off for '${loadBalancer.name}' if acceptance and allowed principals are control enough.`;
  const evidence = toFacts({
    'Security groups': seenOr(loadBalancer.description)?.securityGroupIds,
    'Lets in': rules.flatMap(rule => [...rule.cidrs, ...rule.groups]),
    'Filters PrivateLink traffic': true,
  });
  // What a prefix list lets in is not looked at.
  if (rules.some(({ prefixLists }) => prefixLists.length > 0)) return [];
  const ranges = rules.flatMap(({ cidrs }) => cidrs);
  if (ranges.length === 0) {
    const why =
      rules.length === 0
        ? 'have no inbound rule for it'
        : 'let only security groups in, and consumers come from other networks';
    return [
      {
        message: `All consumers are dropped at ${title} of '${loadBalancer.name}': its security groups ${why}`,
        remedy,
        hopId,
        evidence,
      },
    ];
  }
  return consumers.flatMap(consumer => {
    const outside = subnetRangesOf(consumer).filter(
      range => !ranges.some(open => cidrContains(open, range)),
    );
    if (outside.length === 0) return [];
    const { account, accountName } = consumer.connection.consumer;
    return {
      message: `Consumer '${
        accountName ?? account
      }' is dropped at ${title} of '${
        loadBalancer.name
      }': no inbound rule lets ${outside.join(' and ')} in`,
      remedy,
      hopId,
      evidence: [
        ...evidence,
        ...toFacts({ Endpoint: consumer.connection.nativeId }),
      ],
    };
  });
}

function subnetRangesOf({ endpoint }: InspectedConsumer): string[] {
  const subnets = seenOr(seenOr(endpoint)?.subnets) ?? [];
  return subnets.flatMap(({ cidr }) => cidr ?? []);
}
