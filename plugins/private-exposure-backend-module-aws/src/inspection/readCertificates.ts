import {
  type CertificateDetail,
  DescribeCertificateCommand,
} from '@aws-sdk/client-acm';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { LISTING_KEPT_MS, type Looker } from '../clients/ScopeMemory';
import { parseArn } from '../mapping/arns';
import type {
  CertificateDetails,
  InspectedCertificate,
} from './InspectedCertificate';
import { type CallableScope, LOOKS_AT_ONCE } from './InspectionContext';
import { listCertificates } from './listCertificates';
import { look } from './look';

type Context = Looker & CallableScope;

/**
 * Reads certificates, each once. One of IAM's, or of a region that is not the scope's, is not looked into.
 *
 * @internal
 */
export async function readCertificates(
  arns: readonly string[],
  context: Context,
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

/** One that the listing has in full costs no call of its own; one that it has not may have been made since. */
async function readDetails(
  arn: string,
  context: Context,
): Promise<CertificateDetails | undefined> {
  const { callers, signal, since } = context;
  const listed = (await listCertificates(context, context)).get(arn);
  if (listed && !listed.isCutShort) return listed.details;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember(`certificate ${arn}`, keep, () =>
    describe(arn, context),
  );
}

async function describe(
  arn: string,
  { callers, signal }: Context,
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
