import { toList, toRecord, toTags, toText, toTexts } from './answerValues';
import { fromAnswer, type LinkConnection } from './LinkConnection';
import { canonicalId, nameInId, parentId } from './resourceIds';
import type { AccessLists } from './toGrants';

/** A private link service as a survey reads it. @internal */
export interface LinkService {
  /** Its ARM id, as Azure spells it. */
  id: string;
  /** Its name. */
  name: string;
  /** `Succeeded`, `Updating`, … */
  provisioningState: string;
  /** What consumers connect to. */
  alias?: string;
  /** Region. */
  location?: string;
  /** Its tags. */
  tags: Record<string, string>;
  /** The load balancers behind it, each once, as Azure spells them. */
  loadBalancerIds: string[];
  /** For each address that its traffic comes from the one that was chosen, or `undefined` for one that Azure chose. */
  natAddresses: (string | undefined)[];
  /** Whether the PROXY protocol is spoken behind it, where Azure says. */
  proxyProtocol?: boolean;
  /** The names that consumers may call it by. */
  domainNames: string[];
  /** Who sees it, and who is approved without asking. */
  access: AccessLists;
  /** Its connections; `undefined` where the answer has not said whether there are any. */
  connections?: LinkConnection[];
}

/**
 * A private link service as it stands in an answer of Microsoft.Network; `undefined` for an entry without an id, which
 * nothing could refer to.
 *
 * @internal
 */
export function toLinkService(value: unknown): LinkService | undefined {
  const answer = toRecord(value);
  const properties = toRecord(answer.properties);
  const id = toText(answer.id);
  if (!id) return undefined;
  const { enableProxyProtocol } = properties;
  return {
    id,
    name: toText(answer.name) ?? nameInId(id),
    provisioningState: toText(properties.provisioningState) ?? '',
    alias: toText(properties.alias),
    location: toText(answer.location),
    tags: toTags(answer.tags),
    loadBalancerIds: loadBalancerIdsOf(properties),
    natAddresses: (toList(properties.ipConfigurations) ?? []).map(one =>
      toText(toRecord(toRecord(one).properties).privateIPAddress),
    ),
    proxyProtocol:
      typeof enableProxyProtocol === 'boolean'
        ? enableProxyProtocol
        : undefined,
    domainNames: toTexts(properties.fqdns),
    access: {
      visible: toTexts(toRecord(properties.visibility).subscriptions),
      autoApproved: toTexts(toRecord(properties.autoApproval).subscriptions),
    },
    connections: toList(properties.privateEndpointConnections)?.flatMap(
      one => fromAnswer(toRecord(one), id) ?? [],
    ),
  };
}

function loadBalancerIdsOf(
  properties: Readonly<Record<string, unknown>>,
): string[] {
  const frontends = toList(properties.loadBalancerFrontendIpConfigurations);
  const ids = (frontends ?? []).flatMap(frontend => {
    const id = toText(toRecord(frontend).id);
    return id ? [parentId(id)] : [];
  });
  return [...new Map(ids.map(id => [canonicalId(id), id])).values()];
}
