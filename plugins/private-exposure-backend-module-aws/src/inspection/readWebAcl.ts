import {
  GetWebACLCommand,
  GetWebACLForResourceCommand,
  type Rule,
  type WebACL,
} from '@aws-sdk/client-wafv2';
import { isNotFound } from '../clients/errors';
import { parseArn } from '../mapping/arns';
import type { WebAcl, WebAclRule } from './InspectedFirewall';
import type { CallableScope, InspectionContext } from './InspectionContext';

type Context = Pick<InspectionContext, 'signal'> & CallableScope;

/**
 * The scope, name and id in a web ACL's ARN: `global/webacl/<name>/<id>`, or `regional/…`; `undefined` for the id of an
 * older WAF's.
 *
 * @internal
 */
export function parseWebAclArn(
  arn: string,
): { scope: 'CLOUDFRONT' | 'REGIONAL'; name: string; id: string } | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'wafv2') return undefined;
  const [place, type, name, id] = parts.resource.split('/');
  if (type !== 'webacl' || !name || !id) return undefined;
  return { scope: place === 'global' ? 'CLOUDFRONT' : 'REGIONAL', name, id };
}

/**
 * Reads a web ACL by its ARN; `undefined` if it does not exist.
 *
 * @internal
 */
export async function readWebAcl(
  arn: string,
  { callers, signal }: Context,
): Promise<WebAcl | undefined> {
  const named = parseWebAclArn(arn);
  if (!named) return undefined;
  const { scope: Scope, name: Name, id: Id } = named;
  try {
    const { WebACL: found } = await callers.waf.send(
      new GetWebACLCommand({ Scope, Name, Id }),
      { signal },
    );
    return found && toWebAcl(found);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * Reads the web ACL in front of an application load balancer; `undefined` if there is none.
 *
 * @internal
 */
export async function readWebAclOf(
  loadBalancerArn: string,
  { callers, signal }: Context,
): Promise<WebAcl | undefined> {
  const { WebACL: found } = await callers.waf.send(
    new GetWebACLForResourceCommand({ ResourceArn: loadBalancerArn }),
    { signal },
  );
  return found && toWebAcl(found);
}

/**
 * A web ACL as the rules read it.
 *
 * @internal
 */
export function toWebAcl(acl: WebACL): WebAcl {
  return {
    arn: acl.ARN ?? '',
    name: acl.Name ?? '',
    blocksByDefault: acl.DefaultAction?.Block !== undefined,
    rules: (acl.Rules ?? []).map(rule => ({
      name: rule.Name ?? '',
      effect: effectOf(rule),
    })),
  };
}

/** A rule has an action of its own, or overrides those of its group. */
function effectOf({ Action, OverrideAction }: Rule): WebAclRule['effect'] {
  if (Action?.Count || OverrideAction?.Count) return 'counts';
  return Action?.Allow ? 'allows' : 'decides';
}
