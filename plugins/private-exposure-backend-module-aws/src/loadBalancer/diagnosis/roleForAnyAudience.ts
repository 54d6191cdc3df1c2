import type { DiagnosisRule } from './DiagnosisRule';
import { noticeRoles } from './noticeRoles';

/**
 * The trust policy of the load balancer controller's role has no condition on the token's audience: a token that the
 * service account was given for something else is taken too, if IAM's identity provider knows its audience.
 *
 * @internal
 */
export const roleForAnyAudience: DiagnosisRule = {
  id: 'aws/role-for-any-audience',
  severity: 'warning',
  breaksTraffic: false,
  check: inspection =>
    noticeRoles(inspection, {
      // The graver finding's remedy names the audience too.
      issuersOf: ({ openTo, forAnyAudience }) =>
        openTo.length === 0 ? forAnyAudience : [],
      message: roles => `Tokens for any audience are taken for ${roles}`,
      remedy: `Add a condition to each trust policy: StringEquals on '<issuer>:aud' with 'sts.amazonaws.com'.`,
    }),
};
