import { AwsFault, invalidWafScope, Scope, WafScope } from '../../world';
import { PageLimits } from '../server/paging';
import { oneOf } from '../server/oneOf';

/** What WAFv2 calls what is wrong with a request. @internal */
export const INVALID = 'WAFInvalidParameterException';

/** The list operations of WAFv2. @internal */
export const wafPageLimits: PageLimits = {
  parameter: 'Limit',
  minimum: 1,
  maximum: 100,
  isCapped: false,
  badTokenCode: INVALID,
  badSizeCode: INVALID,
};

/** The scope of a request; another word, or none, is refused. @internal */
export function readWafScope(value: string | undefined): WafScope {
  const found = (['CLOUDFRONT', 'REGIONAL'] as const).find(
    one => one === value,
  );
  if (!found) throw invalidWafScope(value);
  return found;
}

/** The types of what a regional web ACL can protect, by the parts of their ARNs. */
const RESOURCE_TYPES = {
  APPLICATION_LOAD_BALANCER: ':elasticloadbalancing:',
  API_GATEWAY: ':apigateway:',
  APPSYNC: ':appsync:',
  COGNITO_USER_POOL: ':cognito-idp:',
  APP_RUNNER_SERVICE: ':apprunner:',
  VERIFIED_ACCESS_INSTANCE: ':verified-access-instance/',
  AMPLIFY: ':amplify:',
} as const;

/**
 * Whether a resource is of the type that a request asks for; load balancers
 * unless it says otherwise, as the API reference has it.
 *
 * @internal
 */
export function isOfResourceType(
  resourceArn: string,
  type: string | undefined,
): boolean {
  const names = Object.keys(RESOURCE_TYPES) as (keyof typeof RESOURCE_TYPES)[];
  const name = oneOf(type, names, { name: 'ResourceType', code: INVALID });
  return resourceArn.includes(
    RESOURCE_TYPES[name ?? 'APPLICATION_LOAD_BALANCER'],
  );
}

/**
 * The ARN of a WAF resource must be of this region and account.
 *
 * @throws AwsFault `WAFInvalidParameterException` for anything else.
 * @internal
 */
export function requireOwnArn(scope: Scope, arn: string | undefined): string {
  const [, , , region, accountId] = (arn ?? '').split(':');
  if (arn && region === scope.region && accountId === scope.accountId) {
    return arn;
  }
  throw new AwsFault(
    INVALID,
    `Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes., field: RESOURCE_ARN, parameter: ${arn}`,
  );
}
