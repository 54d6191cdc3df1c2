import type { Opening } from '../../diagnosis/openings';
import { type Coverage, coverageOf } from '../../inspection/coverageOf';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import { seenOr } from '../../inspection/look';
import type {
  InspectedConsumer,
  ServiceInspection,
} from '../inspection/ServiceInspection';
import { filteredOpenings } from './filteredOpenings';

/** Most ranges that a message names. */
const MOST_NAMED = 3;

/** How much of a consumer's network the security groups let through to a listener. @internal */
export interface NetworkOpening extends Opening {
  /** Whose listener it is. */
  loadBalancer: InspectedLoadBalancer;
  /** The consumer. */
  consumer: InspectedConsumer;
  /** How much of the consumer's network the rules let in, all of them together. */
  coverage: Coverage;
  /** The network's ranges of which at least a part is not let in. */
  outside: string[];
}

/**
 * What the security groups let through of each consumer whose network can be seen, where rules name address ranges.
 *
 * @remarks
 * The source that they see is the client's own private address, not that of the endpoint's network interface (AWS,
 * "Update the security groups for your Network Load Balancer"). Clients may be anywhere in the consumer's network, so all of
 * its subnets count.
 *
 * @internal
 */
export function networkOpenings({
  loadBalancers,
  consumers,
}: ServiceInspection): NetworkOpening[] {
  return loadBalancers.flatMap(loadBalancer =>
    filteredOpenings(loadBalancer).flatMap(opening => {
      const { rules } = opening;
      const open = rules.flatMap(({ cidrs }) => cidrs);
      // What a prefix list lets in is not looked at.
      if (rules.some(({ prefixLists }) => prefixLists.length > 0)) return [];
      if (open.length === 0) return [];
      return consumers.flatMap(consumer => {
        const network = seenOr(seenOr(consumer.endpoint)?.clientRanges) ?? [];
        if (network.length === 0) return [];
        return {
          ...opening,
          loadBalancer,
          consumer,
          coverage: coverageOf(network, open),
          outside: network.filter(range => coverageOf([range], open) !== 'all'),
        };
      });
    }),
  );
}

/**
 * Ranges in a sentence, the first few of many.
 *
 * @internal
 */
export function listRanges(ranges: readonly string[]): string {
  const more = ranges.length - MOST_NAMED;
  return (
    more > 1 ? [...ranges.slice(0, MOST_NAMED), `${more} more`] : ranges
  ).join(' and ');
}
