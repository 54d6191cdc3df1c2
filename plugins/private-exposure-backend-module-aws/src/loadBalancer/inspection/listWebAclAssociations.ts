import { ListResourcesForWebACLCommand } from '@aws-sdk/client-wafv2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import {
  type CallableScope,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';

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
  const found = await mapWithLimit(webAclArns, LOOKS_AT_ONCE, async id => {
    const behind = await resourcesBehind(id, place, signal);
    return behind.map(arn => [arn, id] as const);
  });
  return new Map(found.flat());
}

async function resourcesBehind(
  webAclArn: string,
  { callers }: CallableScope,
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const answer = await callers.waf.send(
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
