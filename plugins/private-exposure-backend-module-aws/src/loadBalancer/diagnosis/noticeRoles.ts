import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type {
  ControllerRole,
  LoadBalancerInspection,
} from '../inspection/LoadBalancerInspection';

/**
 * Notices what is wrong with roles of load balancer controllers, once for all of the account: it is the account's fault,
 * and each load balancer that a controller made there shows it.
 *
 * @internal
 */
export function noticeRoles(
  { scope, loadBalancers: [{ arn }], controllerRoles }: LoadBalancerInspection,
  wrong: {
    /** Identity providers whose tokens a role should not take, as they come. */
    issuersOf: (role: ControllerRole) => string[];
    /** The sentence about the roles, which are named. */
    message: (roles: string) => string;
    remedy: string;
  },
): Noticed[] {
  const { issuersOf, message, remedy } = wrong;
  const roles = (seenOr(controllerRoles) ?? []).filter(
    role => issuersOf(role).length > 0,
  );
  if (roles.length === 0) return [];
  const names = roles.map(({ name }) => `'${name}'`).join(', ');
  const kind = roles.length === 1 ? 'the role' : 'the roles';
  return [
    {
      message: message(
        `${kind} ${names} of load balancer controllers in account ${scope.accountId}`,
      ),
      remedy,
      hopId: hopIds.loadBalancer(arn),
      evidence: toFacts(
        {
          Roles: roles.map(role => role.arn),
          Issuers: [...new Set(roles.flatMap(issuersOf))],
        },
        ['Roles'],
      ),
    },
  ];
}
