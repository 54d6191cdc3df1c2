import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { WithCertificates } from '../inspection/InspectedCertificate';
import { seenOr } from '../inspection/look';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The certificates whose end is less than some days away, and not less than some others.
 *
 * @param days - `within`: fewer days than that are left. `from`: at least so many are; without it, none need be.
 * @internal
 */
export function noticeExpiry(
  { certificates }: WithCertificates,
  days: { within: number; from?: number },
): Noticed[] {
  return certificates.flatMap(({ arn, details }) => {
    const seen = seenOr(details);
    if (!seen?.notAfter) return [];
    const left = (seen.notAfter.getTime() - Date.now()) / DAY_MS;
    if (left >= days.within || left < (days.from ?? -Infinity)) return [];
    const whole = Math.floor(left);
    const message =
      left <= 0
        ? `The certificate of '${seen.domainName}' has expired: nobody trusts it any more`
        : `The certificate of '${seen.domainName}' ends in ${whole} ${
            whole === 1 ? 'day' : 'days'
          }`;
    return {
      message,
      remedy: seen.renewsItself
        ? 'Certificate Manager renews it only while it finds the records that prove its names: publish those again, and look at the renewal in its console.'
        : 'Certificate Manager does not renew it: import a new one, or request one that is proved by DNS, and use that.',
      hopId: hopIds.certificate(arn),
      evidence: toFacts({
        'Good until': seen.notAfter.toISOString(),
        'Renews itself': seen.renewsItself,
        Renewal: seen.renewalStatus,
      }),
    };
  });
}
