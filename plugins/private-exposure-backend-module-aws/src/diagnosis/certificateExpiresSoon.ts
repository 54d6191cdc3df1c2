import type { DiagnosisRule } from '@postern/backstage-plugin-private-exposure-node';
import type { WithCertificates } from '../inspection/InspectedCertificate';
import { noticeExpiry } from './noticeExpiry';

/**
 * A certificate ends within 7 days, or has ended.
 *
 * @internal
 */
export const certificateExpiresSoon: DiagnosisRule<WithCertificates> = {
  id: 'aws/certificate-expires-soon',
  severity: 'error',
  breaksTraffic: false,
  check: inspection => noticeExpiry(inspection, { within: 7 }),
};
