import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofLinkTarget } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A connection that waits or is up, of an endpoint that does not exist in its owner's subscription.
 *
 * @internal
 */
export const consumerEndpointGone: DiagnosisRule = {
  id: 'azure/consumer-endpoint-gone',
  severity: 'info',
  breaksTraffic: false,
  source: 'Microsoft.Network: PrivateEndpoints_Get',
  check: ofLinkTarget(({ id, name, consumers }) =>
    consumers
      .filter(
        ({ connection, endpoint }) =>
          endpoint.type === 'seen' &&
          endpoint.value === undefined &&
          ['pending', 'connected'].includes(connection.state),
      )
      .map(({ connection: { consumer } }) => ({
        message: `The endpoint of ${
          consumer.accountName ?? consumer.account
        } at '${name}' does not exist any more`,
        remedy:
          'Remove the connection: nobody uses it. If the endpoint is expected, ask its owner to create it again.',
        hopId: hopIds.linkTarget(id),
        evidence: toFacts({ 'Private endpoint': consumer.endpointId }),
      })),
  ),
};
