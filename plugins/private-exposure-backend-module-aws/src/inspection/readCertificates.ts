import {
  type CertificateDetail,
  DescribeCertificateCommand,
} from '@aws-sdk/client-acm';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { parseArn } from '../mapping/arns';
import type {
  CertificateDetails,
  InspectedCertificate,
} from './InspectedCertificate';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from './InspectionContext';
import { look } from './look';

/**
 * Reads certificates, each once. One of IAM's, or of a region that is not the scope's, is not looked into.
 *
 * @internal
 */
export async function readCertificates(
  arns: readonly string[],
  context: Pick<InspectionContext, 'signal'> & CallableScope,
): Promise<InspectedCertificate[]> {
  const { scope } = context;
  return mapWithLimit([...new Set(arns)], LOOKS_AT_ONCE, async arn => {
    const parts = parseArn(arn);
    if (parts?.service === 'acm' && parts.region === scope.region) {
      return { arn, details: await look(() => readDetails(arn, context)) };
    }
    const message =
      parts?.service === 'acm'
        ? `The certificate is in '${parts.region}', not in '${scope.region}'`
        : 'Only certificates of Certificate Manager are looked into';
    const blind = { accountId: scope.accountId, message };
    return { arn, details: { type: 'unseen', blind } };
  });
}

async function readDetails(
  arn: string,
  { callers, signal }: Pick<InspectionContext, 'signal'> & CallableScope,
): Promise<CertificateDetails | undefined> {
  try {
    const { Certificate } = await callers.acm.send(
      new DescribeCertificateCommand({ CertificateArn: arn }),
      { signal },
    );
    return Certificate && toCertificateDetails(Certificate);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A certificate as the rules read it.
 *
 * @internal
 */
export function toCertificateDetails(
  certificate: CertificateDetail,
): CertificateDetails {
  const { DomainName, SubjectAlternativeNames: others = [] } = certificate;
  const domainName = DomainName ?? '';
  return {
    domainName,
    names: [...new Set([domainName, ...others])].filter(Boolean),
    status: certificate.Status ?? '',
    notAfter: certificate.NotAfter,
    renewsItself: certificate.RenewalEligibility === 'ELIGIBLE',
    renewalStatus: certificate.RenewalSummary?.RenewalStatus,
  };
}
