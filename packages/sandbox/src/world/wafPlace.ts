import { AwsFault } from './AwsFault';
import { GLOBAL_REGION } from './globalScope';
import { partitionOfRegion } from './regions';
import { Scope } from './types';
import { WafScope } from './webAclTypes';

/**
 * Refuses the scope `CLOUDFRONT` outside of us-east-1, as WAFv2 does.
 *
 * @internal
 */
export function checkWafScope(scope: Scope, wafScope: WafScope): void {
  if (wafScope === 'CLOUDFRONT' && scope.region !== GLOBAL_REGION) {
    throw invalidWafScope(wafScope);
  }
}

/** The refusal of a scope that does not exist, or not here. @internal */
export function invalidWafScope(wafScope: string | undefined): AwsFault {
  return new AwsFault(
    'WAFInvalidParameterException',
    `Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: ${wafScope}`,
  );
}

/** The ARN of a WAF resource. @internal */
export function wafArn(scope: Scope, wafScope: WafScope, path: string): string {
  const place = wafScope === 'CLOUDFRONT' ? 'global' : 'regional';
  const partition = partitionOfRegion(scope.region);
  return `arn:${partition}:wafv2:${scope.region}:${scope.accountId}:${place}/${path}`;
}

/** What WAFv2 answers for what it does not have. @internal */
export function noSuchWafItem(): AwsFault {
  return new AwsFault(
    'WAFNonexistentItemException',
    'AWS WAF couldn’t perform the operation because your resource doesn’t exist.',
  );
}

/** What WAFv2 answers for a name that is taken. @internal */
export function duplicateWafItem(): AwsFault {
  return new AwsFault(
    'WAFDuplicateItemException',
    'AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.',
  );
}

/** What WAFv2 answers for an update that rests on an older state. @internal */
export function requireLockToken(
  current: string,
  given: string | undefined,
): void {
  if (given === undefined || given === current) return;
  throw new AwsFault(
    'WAFOptimisticLockException',
    'AWS WAF couldn’t save your changes because someone changed the resource after you started to edit it. Reapply your changes.',
  );
}
