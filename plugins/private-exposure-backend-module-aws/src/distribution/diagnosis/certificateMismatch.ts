import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The distribution answers to names that its certificate is not good for. Without a certificate of its own, it has
 * CloudFront's, which is good for `*.cloudfront.net` only.
 *
 * @internal
 */
export const certificateMismatch: DiagnosisRule = {
  id: 'aws/certificate-mismatch',
  severity: 'error',
  breaksTraffic: true,
  check: ({ certificates, distribution: { aliases, name } }) => {
    const [certificate] = certificates;
    const names = certificate ? seenOr(certificate.details)?.names : [];
    if (!names) return [];
    const outside = aliases.filter(
      alias => !names.some(good => isGoodFor(good, alias)),
    );
    if (outside.length === 0) return [];
    return [
      {
        message: `The certificate of distribution '${name}' is not good for ${outside.join(
          ' and ',
        )}`,
        remedy:
          'Request a certificate in us-east-1 that has all names of the distribution, prove the names by DNS, and name that one.',
        hopId: certificate
          ? hopIds.certificate(certificate.arn)
          : hopIds.distribution,
        evidence: toFacts({
          'Names of the distribution': aliases,
          'Names of the certificate': names.length
            ? names
            : ['*.cloudfront.net'],
        }),
      },
    ];
  },
};

/** A star stands for one label, and a name with a star needs a certificate with the same star (RFC 6125). */
function isGoodFor(good: string, alias: string): boolean {
  const [certified, wanted] = [good.toLowerCase(), alias.toLowerCase()];
  if (certified === wanted) return true;
  return (
    certified.startsWith('*.') &&
    !wanted.startsWith('*.') &&
    wanted.slice(wanted.indexOf('.')) === certified.slice(1)
  );
}
