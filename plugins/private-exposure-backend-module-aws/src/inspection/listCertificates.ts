import {
  type CertificateSummary,
  KeyAlgorithm,
  ListCertificatesCommand,
} from '@aws-sdk/client-acm';
import { readAll } from '../clients/readPages';
import { requireMember } from '../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../clients/ScopeMemory';
import type { CertificateDetails } from './InspectedCertificate';
import type { CallableScope } from './InspectionContext';

/** Most that one ListCertificates returns. */
const PAGE_SIZE = 1000;

/** Certificate Manager renews so long before the end (ACM guide, "Managed renewal"). */
const RENEWAL_MS = 60 * 24 * 60 * 60 * 1000;

/** A certificate as the listing has it. @internal */
export interface ListedCertificate {
  /** What the listing tells of it. */
  details: CertificateDetails;
  /** Whether only the certificate itself tells the rest: more than a hundred names, or a renewal that is due. */
  isCutShort: boolean;
}

/**
 * The certificates of a scope by ARN, in pages. Those of every key: a listing is of RSA keys of 2,048 bits at most unless
 * it asks for others (ACM API, Filters).
 *
 * @internal
 */
export function listCertificates(
  { callers }: CallableScope,
  { signal, since }: Looker,
): Promise<ReadonlyMap<string, ListedCertificate>> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('certificates', keep, async () => {
    const summaries = await readAll(
      NextToken =>
        callers.acm.send(
          new ListCertificatesCommand({
            Includes: { keyTypes: Object.values(KeyAlgorithm) },
            MaxItems: PAGE_SIZE,
            NextToken,
          }),
          { signal },
        ),
      {
        items: page => requireMember(page, 'CertificateSummaryList'),
        nextToken: page => page.NextToken,
      },
    );
    return new Map(
      summaries.map(one => [
        one.CertificateArn ?? '',
        toListedCertificate(one),
      ]),
    );
  });
}

/**
 * A certificate of a listing as the rules read it.
 *
 * @internal
 */
export function toListedCertificate(
  certificate: CertificateSummary,
): ListedCertificate {
  const { DomainName: domainName = '', NotAfter: notAfter } = certificate;
  const others = certificate.SubjectAlternativeNameSummaries ?? [];
  const renewsItself = certificate.RenewalEligibility === 'ELIGIBLE';
  const isDue =
    notAfter !== undefined && notAfter.getTime() - Date.now() < RENEWAL_MS;
  return {
    details: {
      domainName,
      names: [...new Set([domainName, ...others])].filter(Boolean),
      status: certificate.Status ?? '',
      notAfter,
      renewsItself,
    },
    isCutShort:
      certificate.HasAdditionalSubjectAlternativeNames === true ||
      (renewsItself && isDue),
  };
}
