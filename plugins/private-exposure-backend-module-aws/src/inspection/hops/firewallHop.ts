import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { type ConsolePlace, consoleUrls } from '../../consoleUrls';
import type { InspectedFirewall } from '../InspectedFirewall';
import { seenOr } from '../look';
import { parseWebAclArn } from '../readWebAcl';
import { hopIds } from './hopIds';

/**
 * The web ACL on the path. That there is none stops no traffic; a rule speaks of it.
 *
 * @internal
 */
export function firewallHop(
  { id, webAcl }: InspectedFirewall,
  place: ConsolePlace,
): Hop {
  const named = parseWebAclArn(id);
  const seen = seenOr(webAcl);
  const rulesThat = (effect: string) =>
    seen?.rules.filter(rule => rule.effect === effect).map(({ name }) => name);
  return {
    id: hopIds.firewall,
    type: 'waf',
    title: seen?.name || named?.name || id,
    nativeId: id,
    ...(webAcl.type === 'unseen'
      ? { health: 'unknown', reason: webAcl.blind.message }
      : { health: 'ok' }),
    facts: toFacts({
      'Without a rule': seen && (seen.blocksByDefault ? 'block' : 'allow'),
      'Rules that decide': rulesThat('decides'),
      'Rules that allow': rulesThat('allows'),
      'Rules that only count': rulesThat('counts'),
    }),
    consoleUrl:
      named &&
      consoleUrls.webAcls(
        place,
        named.scope === 'CLOUDFRONT' ? 'global' : 'regional',
      ),
  };
}
