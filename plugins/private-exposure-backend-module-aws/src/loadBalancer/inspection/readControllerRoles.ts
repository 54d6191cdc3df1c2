import { ListRolesCommand, type Role } from '@aws-sdk/client-iam';
import { readAll } from '../../clients/readPages';
import { LISTING_KEPT_MS } from '../../clients/ScopeMemory';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { ControllerRole } from './LoadBalancerInspection';
import { openIssuers } from './openIssuers';

/** Most that one ListRoles returns. */
const PAGE_SIZE = 1000;

// What the controller's guide, its modules and its charts call the role; IAM has no list of what a role may do.
const CONTROLLER_ROLE = /load-?_?balancer|alb-?_?ingress|aws-?_?lbc/i;

/**
 * Reads the roles of the account that a load balancer controller seems to run as, with the clusters that may assume them:
 * once for the load balancers of a scope.
 *
 * @internal
 */
export function readControllerRoles({
  callers,
  signal,
  since,
}: InspectionContext): Promise<ControllerRole[]> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('controller roles', keep, async () => {
    const roles = await readAll(
      Marker =>
        callers.iam.send(
          new ListRolesCommand({ MaxItems: PAGE_SIZE, Marker }),
          { signal },
        ),
      { items: page => page.Roles, nextToken: page => page.Marker },
    );
    return roles.flatMap(role => toControllerRole(role) ?? []);
  });
}

/**
 * A role as the rules read it; `undefined` for one that no load balancer controller seems to run as.
 *
 * @internal
 */
export function toControllerRole(role: Role): ControllerRole | undefined {
  const { Arn: arn, RoleName: name } = role;
  if (!arn || !name || !CONTROLLER_ROLE.test(name)) return undefined;
  // AWS's own service-linked roles, such as that of Elastic Load Balancing.
  if (role.Path?.startsWith('/aws-service-role/')) return undefined;
  return { arn, name, openTo: openIssuers(role.AssumeRolePolicyDocument) };
}
