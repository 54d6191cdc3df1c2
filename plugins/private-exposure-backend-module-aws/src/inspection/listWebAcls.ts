import { ListWebACLsCommand, type Scope } from '@aws-sdk/client-wafv2';
import { readAll } from '../clients/readPages';
import { requireMember } from '../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../clients/ScopeMemory';
import type { CallableScope } from './InspectionContext';

/** Most that one ListWebACLs returns. */
const PAGE_SIZE = 100;

/**
 * The web ACLs of a scope, in pages: by ARN, the token that WAF changes with each change of the web ACL.
 *
 * @param kind - `CLOUDFRONT` where CloudFront's endpoints are, or `REGIONAL`.
 * @internal
 */
export function listWebAcls(
  kind: Scope,
  { callers }: CallableScope,
  { signal, since }: Looker,
): Promise<ReadonlyMap<string, string | undefined>> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember(`web ACLs ${kind}`, keep, async () => {
    const summaries = await readAll(
      NextMarker =>
        callers.waf.send(
          new ListWebACLsCommand({ Scope: kind, Limit: PAGE_SIZE, NextMarker }),
          { signal },
        ),
      {
        items: page => requireMember(page, 'WebACLs'),
        // WAF sends a marker with the last page too; what it leads to is empty.
        nextToken: page => (page.WebACLs?.length ? page.NextMarker : undefined),
      },
    );
    return new Map(summaries.map(one => [one.ARN ?? '', one.LockToken]));
  });
}
