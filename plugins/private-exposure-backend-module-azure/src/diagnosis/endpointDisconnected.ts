import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedConsumer } from '../inspection/AzureInspection';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { ofLinkTarget } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A consumer's endpoint lost its service: its connection was removed, or the service was deleted and made again. It never
 * comes back by itself.
 *
 * @internal
 */
export const endpointDisconnected: DiagnosisRule = {
  id: 'azure/endpoint-disconnected',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Private endpoint overview, "Disconnected"',
  check: ofLinkTarget(({ id, name, connections, consumers }) => {
    const lost = connections.filter(
      connection =>
        connection.state === 'disconnected' ||
        consumers.some(
          consumer =>
            consumer.connection.nativeId === connection.nativeId &&
            saysDisconnected(consumer),
        ),
    );
    return lost.map(({ consumer }) => ({
      message: `The endpoint of ${
        consumer.accountName ?? consumer.account
      } at '${name}' is disconnected for good`,
      remedy:
        'Its owner has to delete the private endpoint and create it anew. Keep what it leads to when that changes, such as a private link service whose load balancer does: a new one costs every consumer that.',
      hopId: hopIds.linkTarget(id),
      evidence: toFacts({ 'Private endpoint': consumer.endpointId }),
    }));
  }),
};

function saysDisconnected({ endpoint }: InspectedConsumer): boolean {
  return /^disconnected$/i.test(seenOr(endpoint)?.connectionStatus ?? '');
}
