import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Any AWS account can ask to connect. Only the people who accept stand in between, and they are asked by strangers.
 *
 * @internal
 */
export const everyoneMayAsk: DiagnosisRule = {
  id: 'aws/everyone-may-ask',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ service, grants }) =>
    service.acceptanceRequired &&
    seenOr(grants)?.some(({ type }) => type === 'everyone')
      ? [
          {
            message: `Every AWS account may ask to connect to '${service.name}'; only acceptance keeps strangers out`,
            remedy:
              "Replace the principal '*' with the accounts that need the service.",
            hopId: hopIds.endpointService,
            evidence: toFacts({
              'Allowed principal': '*',
              'Acceptance required': true,
            }),
          },
        ]
      : [],
};
