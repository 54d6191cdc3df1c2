import {
  GetWebACLCommand,
  type Rule,
  type Scope as WafScope,
  type WebACL,
} from '@aws-sdk/client-wafv2';
import { isNotFound } from '../clients/errors';
import {
  LISTING_KEPT_MS,
  VERSIONED_MS,
  type Looker,
} from '../clients/ScopeMemory';
import { parseArn } from '../mapping/arns';
import type { WebAcl, WebAclRule } from './InspectedFirewall';
import type { CallableScope } from './InspectionContext';
import { listWebAcls } from './listWebAcls';
import { readCountingGroups } from './readCountingGroups';

type Context = Looker & CallableScope;

/** What a web ACL is asked for by. */
interface WebAclName {
  scope: WafScope;
  name: string;
  id: string;
}

/**
 * The scope, name and id in a web ACL's ARN: `global/webacl/<name>/<id>`, or `regional/…`; `undefined` for the id of an
 * older WAF's.
 *
 * @internal
 */
export function parseWebAclArn(arn: string): WebAclName | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'wafv2') return undefined;
  const [place, type, name, id] = parts.resource.split('/');
  if (type !== 'webacl' || !name || !id) return undefined;
  return { scope: place === 'global' ? 'CLOUDFRONT' : 'REGIONAL', name, id };
}

/**
 * Reads a web ACL by its ARN; `undefined` if it does not exist. One that has not changed since it was read last, as the
 * listing tells, costs no call of its own.
 *
 * @internal
 */
export async function readWebAcl(
  arn: string,
  context: Context,
): Promise<WebAcl | undefined> {
  const named = parseWebAclArn(arn);
  if (!named) return undefined;
  const { callers, signal, since } = context;
  const token = (await listWebAcls(named.scope, context, context)).get(arn);
  // Without a token it may have been made since.
  const keep = token
    ? { keptMs: VERSIONED_MS, signal, since: -Infinity }
    : { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember(`web ACL ${arn} ${token}`, keep, () =>
    getWebAcl(named, context),
  );
}

async function getWebAcl(
  { scope: Scope, name: Name, id: Id }: WebAclName,
  context: Context,
): Promise<WebAcl | undefined> {
  const { callers, signal } = context;
  try {
    const { WebACL: found } = await callers.waf.send(
      new GetWebACLCommand({ Scope, Name, Id }),
      { signal },
    );
    return found && (await describeWebAcl(found, Scope, context));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * What a web ACL that WAF has sent does, with what has to be looked up about the rule groups in it.
 *
 * @internal
 */
export async function describeWebAcl(
  acl: WebACL,
  scope: WafScope,
  context: Context,
): Promise<WebAcl> {
  return toWebAcl(acl, await readCountingGroups(acl, scope, context));
}

/**
 * A web ACL as the rules read it.
 *
 * @param counting - Names of rules whose groups have every rule overridden to Count.
 * @internal
 */
export function toWebAcl(
  acl: WebACL,
  counting: ReadonlySet<string> = new Set(),
): WebAcl {
  return {
    arn: acl.ARN ?? '',
    name: acl.Name ?? '',
    blocksByDefault: acl.DefaultAction?.Block !== undefined,
    rules: (acl.Rules ?? []).map(rule => ({
      name: rule.Name ?? '',
      effect: counting.has(rule.Name ?? '') ? 'counts' : effectOf(rule),
      isManagedGroup: rule.Statement?.ManagedRuleGroupStatement !== undefined,
    })),
  };
}

/** A rule has an action of its own, or overrides those of its group. */
function effectOf({ Action, OverrideAction }: Rule): WebAclRule['effect'] {
  if (Action?.Count || OverrideAction?.Count) return 'counts';
  return Action?.Allow ? 'allows' : 'decides';
}
