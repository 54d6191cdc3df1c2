import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import {
  canonicalId,
  isPrivateLinkServiceId,
  nameInId,
} from '../../mapping/resourceIds';
import type { InspectedOrigin } from '../AzureInspection';
import { linkStatusOf } from '../linkStatusOf';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * Where a Front Door sends requests: the private link service or other resource that its own connection leads to, or an
 * address, of which nothing can be seen from here.
 *
 * @internal
 */
export function originHop(
  inspected: InspectedOrigin,
  { scope }: BuildHopsOptions,
): Hop {
  const { origin } = inspected;
  const facts = {
    Origin: origin.name,
    'Host name': origin.hostName,
    'Host header': origin.hostHeader,
    'Checks the certificate': origin.checksCertificateName,
    Enabled: origin.enabled,
  };
  const link = origin.privateLink;
  if (!link) {
    return {
      id: hopIds.origin(canonicalId(origin.id)),
      type: 'load-balancer',
      title: origin.hostName ?? origin.name,
      health: 'unknown',
      reason: 'How an origin with a public address is cannot be seen from here',
      facts: toFacts(facts),
    };
  }
  const id = canonicalId(link.resourceId);
  return {
    id: hopIds.linkTarget(id),
    type: isPrivateLinkServiceId(id)
      ? 'private-link-service'
      : 'private-link-resource',
    title: nameInId(link.resourceId),
    nativeId: id,
    ...judge(inspected),
    facts: toFacts({
      ...facts,
      Connection: linkStatusOf(inspected),
      'Request message': link.requestMessage,
      'Endpoint location': link.location,
    }),
    consoleUrl: consoleUrl(scope, id),
  };
}

const healths: Readonly<Record<string, Health>> = {
  approved: 'ok',
  pending: 'failing',
  rejected: 'failing',
  disconnected: 'failing',
  timeout: 'failing',
};

function judge(inspected: InspectedOrigin): {
  health: Health;
  reason?: string;
} {
  const status = linkStatusOf(inspected);
  if (status === undefined) {
    return {
      health: 'unknown',
      reason: 'Azure does not say what became of the request for a connection',
    };
  }
  const health = healths[status.toLowerCase()] ?? 'unknown';
  return health === 'ok'
    ? { health }
    : { health, reason: `Front Door's connection is '${status}'` };
}
