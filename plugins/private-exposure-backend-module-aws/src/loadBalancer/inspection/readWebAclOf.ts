import { GetWebACLForResourceCommand } from '@aws-sdk/client-wafv2';
import { readOneOrAll } from '../../clients/readOneOrAll';
import type { InspectedFirewall } from '../../inspection/InspectedFirewall';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { listWebAcls } from '../../inspection/listWebAcls';
import { look } from '../../inspection/look';
import { describeWebAcl, readWebAcl } from '../../inspection/readWebAcl';
import { ASSOCIATIONS_KEY, askForAssociations } from './listWebAclAssociations';

/** A load balancer that is asked for its web ACL answers with all of it; the associations tell which it is. */
type FoundWebAcl = Pick<InspectedFirewall, 'id'> & Partial<InspectedFirewall>;

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
  const { callers, signal } = context;
  const listed = await listWebAcls('REGIONAL', context, context);
  // Without web ACLs in the region, nothing stands behind one.
  if (listed.size === 0) return undefined;
  const found = await readOneOrAll<
    ReadonlyMap<string, string>,
    FoundWebAcl | undefined
  >(callers.memory, {
    key: ASSOCIATIONS_KEY,
    callsForAll: listed.size,
    one: () => askForOne(arn, context),
    all: () => askForAssociations([...listed.keys()], context, signal),
    pick: all => {
      const id = all.get(arn);
      return id === undefined ? undefined : { id };
    },
    looker: context,
  });
  if (!found) return undefined;
  const { id } = found;
  return {
    id,
    webAcl: found.webAcl ?? (await look(() => readWebAcl(id, context))),
  };
}

async function askForOne(
  arn: string,
  context: InspectionContext,
): Promise<FoundWebAcl | undefined> {
  const { callers, signal } = context;
  const { WebACL: found } = await callers.wafAssociations.send(
    new GetWebACLForResourceCommand({ ResourceArn: arn }),
    { signal },
  );
  if (!found) return undefined;
  const id = found.ARN ?? '';
  const webAcl = await look(() => describeWebAcl(found, 'REGIONAL', context));
  return { id, webAcl };
}
