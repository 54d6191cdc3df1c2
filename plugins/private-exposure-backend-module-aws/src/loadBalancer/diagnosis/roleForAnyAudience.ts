import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

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
  check: ({ loadBalancers: [{ arn }], controllerRoles }) =>
    (seenOr(controllerRoles) ?? [])
      // The graver finding's remedy names the audience too.
      .filter(({ openTo }) => openTo.length === 0)
      .filter(({ forAnyAudience }) => forAnyAudience.length > 0)
      .map(role => ({
        message: `The role '${role.name}' of the load balancer controller takes tokens for any audience`,
        remedy: `Add a condition to its trust policy: StringEquals on '<issuer>:aud' with 'sts.amazonaws.com'.`,
        hopId: hopIds.loadBalancer(arn),
        evidence: toFacts({ Role: role.arn, Issuers: role.forAnyAudience }, [
          'Role',
        ]),
      })),
};
