import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { Seen } from '../../inspection/Seen';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A consumer's side could not be looked at, though its account is ours and lets us: AWS failed there. What the other rules
 * say about consumers is then not all there is.
 *
 * @internal
 */
export const consumerNotSeen: DiagnosisRule = {
  id: 'aws/consumer-not-seen',
  severity: 'info',
  breaksTraffic: false,
  check: ({ consumers }) => {
    const messages = new Map<string, string>();
    for (const { endpoint } of consumers) {
      const { subnets, vpcDns } = seenOr(endpoint) ?? {};
      const parts: Array<Seen<unknown> | undefined> = [
        endpoint,
        subnets,
        vpcDns,
      ];
      for (const part of parts) {
        if (part?.type === 'unseen' && !part.blind.action) {
          messages.set(part.blind.accountId, part.blind.message);
        }
      }
    }
    return [...messages].map(([accountId, message]) => ({
      message: `The consumers' side in account ${accountId} could not be looked at this time`,
      remedy:
        'Nothing to do if it passes. If it stays, see what AWS says, and the state of that account among the sources.',
      hopId: hopIds.endpointService,
      evidence: toFacts({ 'AWS says': message }),
    }));
  },
};
