import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A consumer's endpoint failed, and AWS tells its owner why. The provider's side shows only `failed`.
 *
 * @internal
 */
export const consumerEndpointFailed: DiagnosisRule = {
  id: 'aws/consumer-endpoint-failed',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ consumers }) =>
    consumers.flatMap(({ connection, endpoint }) => {
      const seen = seenOr(endpoint);
      if (seen?.state.toLowerCase() !== 'failed') return [];
      const { account, accountName } = connection.consumer;
      return {
        message: `Endpoint '${connection.nativeId}' of consumer '${
          accountName ?? account
        }' failed`,
        remedy:
          'Correct what AWS names as the reason, then have the consumer create the endpoint again: one that failed does not recover.',
        hopId: hopIds.endpointService,
        evidence: toFacts({ 'AWS says': seen.lastError }),
      };
    }),
};
