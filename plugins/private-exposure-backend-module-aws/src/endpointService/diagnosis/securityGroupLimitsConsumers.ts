import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { ServiceInspection } from '../inspection/ServiceInspection';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';
import { listenerTitle } from '../../diagnosis/openings';
import { filteredOpenings } from './filteredOpenings';

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/**
 * The load balancer's security groups let only some addresses in over PrivateLink, and there are consumers whose
 * network we cannot look into. Whether they are among those let in, only they can tell.
 *
 * @internal
 */
export const securityGroupLimitsConsumers: DiagnosisRule = {
  id: 'aws/security-group-limits-consumers',
  severity: 'info',
  breaksTraffic: false,
  check: inspection => {
    const strangers = strangerAccounts(inspection);
    if (strangers.length === 0) return [];
    return inspection.loadBalancers.flatMap(loadBalancer =>
      filteredOpenings(loadBalancer).flatMap(({ listener, rules }) => {
        const ranges = rules.flatMap(({ cidrs }) => cidrs);
        if (
          ranges.length === 0 ||
          ranges.some(range => EVERYWHERE.includes(range))
        ) {
          return [];
        }
        return {
          message: `${listenerTitle(listener)} of '${
            loadBalancer.name
          }' lets only some addresses in over PrivateLink; whether the consumers in ${strangers.join(
            ', ',
          )} have one of them cannot be seen from here`,
          remedy:
            'Ask those consumers for the address ranges of the networks they connect from, and let them in.',
          hopId: hopIds.loadBalancer(loadBalancer.arn),
          evidence: toFacts({ 'Lets in': ranges }),
        };
      }),
    );
  },
};

/** Accounts that wait or are connected, and are not ours. */
function strangerAccounts({
  connections,
  consumers,
}: ServiceInspection): string[] {
  const seen = new Set(consumers.map(({ connection }) => connection.nativeId));
  return [
    ...new Set(
      connections
        .filter(({ nativeId }) => !seen.has(nativeId))
        .map(({ consumer }) => consumer.accountName ?? consumer.account),
    ),
  ];
}
