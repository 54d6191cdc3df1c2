import type { DiagnosisRule } from '@postern/backstage-plugin-private-exposure-node';
import type { WithCertificates } from '../inspection/InspectedCertificate';
import { noticeExpiry } from './noticeExpiry';

/**
 * A certificate ends within 30 days. Certificate Manager renews 60 days before the end (ACM guide, "Managed renewal"): one
 * that is left by then has a renewal that does not come through, or none.
 *
 * @internal
 */
export const certificateExpiring: DiagnosisRule<WithCertificates> = {
  id: 'aws/certificate-expiring',
  severity: 'warning',
  breaksTraffic: false,
  check: inspection => noticeExpiry(inspection, { within: 30, from: 7 }),
};
