import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { parseArn } from '../../mapping/arns';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The certificate is not in the region in which CloudFront looks for certificates, us-east-1.
 *
 * @internal
 */
export const certificateWrongRegion: DiagnosisRule = {
  id: 'aws/certificate-wrong-region',
  severity: 'error',
  breaksTraffic: false,
  check: ({ certificates, distribution, scope }) =>
    certificates.flatMap(({ arn }) => {
      const parts = parseArn(arn);
      if (parts?.service !== 'acm' || parts.region === scope.region) return [];
      return {
        message: `The certificate of distribution '${distribution.name}' is in ${parts.region}; CloudFront takes certificates from ${scope.region} only`,
        remedy: `Request a certificate for the same names in ${scope.region}, and name that one.`,
        hopId: hopIds.certificate(arn),
        evidence: toFacts({ Certificate: arn }, ['Certificate']),
      };
    }),
};
