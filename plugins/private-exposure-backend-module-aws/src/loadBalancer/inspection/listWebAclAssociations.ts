import { ListResourcesForWebACLCommand } from '@aws-sdk/client-wafv2';
import { isNotFound } from '../../clients/errors';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type { CallableScope } from '../../inspection/InspectionContext';

/** Under which the associations of a scope are remembered. @internal */
export const ASSOCIATIONS_KEY = 'web ACLs of load balancers';

/**
 * The web ACLs of application load balancers, by the load balancer's ARN: a call for each web ACL.
 *
 * @param webAclArns - All regional ones of the scope.
 * @internal
 */
export function listWebAclAssociations(
  webAclArns: readonly string[],
  place: CallableScope,
  { signal, since }: Looker,
): Promise<ReadonlyMap<string, string>> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return place.callers.memory.remember(ASSOCIATIONS_KEY, keep, () =>
    askForAssociations(webAclArns, place, signal),
  );
}

/**
 * As {@link listWebAclAssociations}, without remembering.
 *
 * @internal
 */
export async function askForAssociations(
  webAclArns: readonly string[],
  place: CallableScope,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  // One after the other: WAF answers one a second, and who aborts leaves none waiting.
  for (const id of webAclArns) {
    const behind = await resourcesBehind(id, place, signal);
    for (const arn of behind) found.set(arn, id);
  }
  return found;
}

async function resourcesBehind(
  webAclArn: string,
  { callers }: CallableScope,
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const answer = await callers.wafAssociations.send(
      new ListResourcesForWebACLCommand({
        WebACLArn: webAclArn,
        ResourceType: 'APPLICATION_LOAD_BALANCER',
      }),
      { signal },
    );
    return requireMember(answer, 'ResourceArns');
  } catch (error) {
    // Deleted since it was listed.
    if (isNotFound(error)) return [];
    throw error;
  }
}
