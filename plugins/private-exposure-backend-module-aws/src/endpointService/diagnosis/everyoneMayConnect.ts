import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Any AWS account can connect without anybody's consent.
 *
 * @internal
 */
export const everyoneMayConnect: DiagnosisRule = {
  id: 'aws/everyone-may-connect',
  severity: 'error',
  breaksTraffic: false,
  check: ({ service, grants }) =>
    !service.acceptanceRequired &&
    seenOr(grants)?.some(({ type }) => type === 'everyone')
      ? [
          {
            message: `Every AWS account may connect to '${service.name}' and nobody has to accept it`,
            remedy:
              "Replace the principal '*' with the accounts that need the service, and require acceptance.",
            hopId: hopIds.endpointService,
            evidence: toFacts({
              'Allowed principal': '*',
              'Acceptance required': false,
            }),
          },
        ]
      : [],
};
