import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';
import { listenerTitle } from '../../diagnosis/openings';
import { letInFacts } from './letInFacts';
import { listRanges, networkOpenings } from './networkOpenings';

/**
 * The load balancer's security groups let a part of a consumer's network in over PrivateLink, and drop the rest. Which
 * addresses its clients have is not known, so this may be as it was meant.
 *
 * @internal
 */
export const securityGroupDropsSomeAddresses: DiagnosisRule = {
  id: 'aws/security-group-drops-some-addresses',
  severity: 'warning',
  breaksTraffic: false,
  check: inspection =>
    networkOpenings(inspection)
      .filter(({ coverage }) => coverage === 'some')
      .map(opening => {
        const { listener, loadBalancer, consumer, outside } = opening;
        const { account, accountName } = consumer.connection.consumer;
        const title = listenerTitle(listener);
        return {
          message: `Only a part of the network of consumer '${
            accountName ?? account
          }' is let in at ${title} of '${
            loadBalancer.name
          }': the inbound rules leave out ${listRanges(
            outside,
          )}, or some of it`,
          remedy: `If clients have addresses there, let these in for ${title}. What counts is the address of the client, not that of the endpoint.`,
          hopId: hopIds.loadBalancer(loadBalancer.arn),
          evidence: [
            ...letInFacts(opening, loadBalancer),
            ...toFacts({ Endpoint: consumer.connection.nativeId }),
          ],
        };
      }),
};
