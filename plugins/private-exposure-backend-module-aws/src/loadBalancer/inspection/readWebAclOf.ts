import {
  GetWebACLForResourceCommand,
  ListResourcesForWebACLCommand,
} from '@aws-sdk/client-wafv2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import { readOneOrAll } from '../../clients/readOneOrAll';
import { requireMember } from '../../clients/requireMember';
import type { InspectedFirewall } from '../../inspection/InspectedFirewall';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { listWebAcls } from '../../inspection/listWebAcls';
import { look } from '../../inspection/look';
import { describeWebAcl, readWebAcl } from '../../inspection/readWebAcl';

/**
 * Reads the web ACL in front of an application load balancer; `undefined` if there is none. Where many load balancers are
 * looked at, the web ACLs are asked what stands behind them, instead of each load balancer what stands in front of it.
 *
 * @internal
 */
export async function readWebAclOf(
  arn: string,
  context: InspectionContext,
): Promise<InspectedFirewall | undefined> {
  const { memory } = context.callers;
  const listed = await listWebAcls('REGIONAL', context, context);
  // Without web ACLs in the region, nothing stands behind one.
  if (listed.size === 0) return undefined;
  return readOneOrAll(memory, {
    key: 'web ACLs of load balancers',
    callsForAll: listed.size,
    one: () => askForOne(arn, context),
    all: () => askForAll([...listed.keys()], context),
    pick: all => all.get(arn),
    looker: context,
  });
}

async function askForOne(
  arn: string,
  context: InspectionContext,
): Promise<InspectedFirewall | undefined> {
  const { callers, signal } = context;
  const { WebACL: found } = await callers.waf.send(
    new GetWebACLForResourceCommand({ ResourceArn: arn }),
    { signal },
  );
  if (!found) return undefined;
  const id = found.ARN ?? '';
  const webAcl = await look(() => describeWebAcl(found, 'REGIONAL', context));
  return { id, webAcl };
}

async function askForAll(
  webAclArns: readonly string[],
  context: InspectionContext,
): Promise<ReadonlyMap<string, InspectedFirewall>> {
  const found = await mapWithLimit(webAclArns, LOOKS_AT_ONCE, async id => {
    const behind = await resourcesBehind(id, context);
    // What is in a web ACL that nothing stands behind, nobody asks.
    if (behind.length === 0) return [];
    const webAcl = await look(() => readWebAcl(id, context));
    return behind.map(arn => [arn, { id, webAcl }] as const);
  });
  return new Map(found.flat());
}

async function resourcesBehind(
  webAclArn: string,
  { callers, signal }: InspectionContext,
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
