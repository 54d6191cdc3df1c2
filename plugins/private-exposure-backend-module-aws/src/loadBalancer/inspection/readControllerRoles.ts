import {
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
  type Role,
} from '@aws-sdk/client-iam';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../../clients/readPages';
import { LISTING_KEPT_MS } from '../../clients/ScopeMemory';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import type { ControllerRole } from './LoadBalancerInspection';
import {
  issuersForAnyAudience,
  openIssuers,
  trustedSubjects,
} from './openIssuers';

/** Most that one ListRoles returns. */
const PAGE_SIZE = 1000;

// What the controller's guide, its modules and its charts call the role, its policy and its service account.
const CONTROLLER =
  /load-?_?balancer|alb-?_?ingress|aws-?_?lbc|(^|[^a-z])lbc([^a-z]|$)/i;

/** Most roles whose policies are asked for: of those that any service account may assume, and that nothing else tells of. */
const MOST_ASKED = 20;

/**
 * Reads the roles of the account that a load balancer controller seems to run as, with the clusters that may assume them:
 * once for the load balancers of a scope. Its name tells, or the service account that it trusts; of a role that any
 * service account may assume, the names of its policies.
 *
 * @internal
 */
export function readControllerRoles(
  context: InspectionContext,
): Promise<ControllerRole[]> {
  const { callers, signal, since } = context;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('controller roles', keep, async () => {
    const listed = await readAll(
      Marker =>
        callers.iam.send(
          new ListRolesCommand({ MaxItems: PAGE_SIZE, Marker }),
          { signal },
        ),
      { items: page => page.Roles, nextToken: page => page.Marker },
    );
    const roles = listed.flatMap(role => toCandidate(role) ?? []);
    const unclear = roles
      .filter(({ isTold, openTo }) => !isTold && openTo.length > 0)
      .slice(0, MOST_ASKED);
    const byPolicy = await mapWithLimit(unclear, LOOKS_AT_ONCE, async role =>
      (await hasControllerPolicy(role, context)) ? [role] : [],
    );
    return [...roles.filter(({ isTold }) => isTold), ...byPolicy.flat()].map(
      ({ isTold: _, ...role }) => role,
    );
  });
}

function toCandidate(
  role: Role,
): (ControllerRole & { isTold: boolean }) | undefined {
  const { Arn: arn, RoleName: name, AssumeRolePolicyDocument: trust } = role;
  // AWS's own service-linked roles, such as that of Elastic Load Balancing.
  if (!arn || !name || role.Path?.startsWith('/aws-service-role/')) {
    return undefined;
  }
  return {
    arn,
    name,
    openTo: openIssuers(trust),
    forAnyAudience: issuersForAnyAudience(trust),
    isTold: [name, ...trustedSubjects(trust)].some(text =>
      CONTROLLER.test(text),
    ),
  };
}

async function hasControllerPolicy(
  { name }: ControllerRole,
  { callers, signal }: InspectionContext,
): Promise<boolean> {
  const policies = await readAll(
    Marker =>
      callers.iam.send(
        new ListAttachedRolePoliciesCommand({ RoleName: name, Marker }),
        { signal },
      ),
    { items: page => page.AttachedPolicies, nextToken: page => page.Marker },
  );
  return policies.some(({ PolicyName = '' }) => CONTROLLER.test(PolicyName));
}
