import {
  AlbActionPlan,
  AlbTargetGroupBindingPlan,
  ApplicationLoadBalancerPlan,
  RedirectConfig,
  RuleConditionPlan,
} from '../plan/awsLbcIngress';
import { listWords, PlanRow } from './planRows';

type Bindings = readonly AlbTargetGroupBindingPlan[];

/** A backend as its Ingress calls it; an ARN or a name for one that the controller doesn't make. @internal */
export function nameTarget(targetGroup: string, bindings: Bindings): string {
  const key = /^<tg:(.*)>$/s.exec(targetGroup)?.[1];
  const binding = bindings.find(other => other.key === key);
  if (key === undefined || !binding) return targetGroup;
  const { name, port } = binding.serviceRef;
  return `${name}:${port}`;
}

/** What a redirect changes; all else of the address stays. */
function describeRedirect(redirect: RedirectConfig): string {
  const { protocol, host, port, path, query, statusCode } = redirect;
  const parts = [
    protocol,
    ...(host === undefined ? [] : [`host ${host}`]),
    ...(port === undefined ? [] : [`port ${port}`]),
    ...(path === undefined ? [] : [`path ${path}`]),
    ...(query === undefined ? [] : [`query ${query}`]),
  ].filter(part => part !== undefined);
  const code = statusCode?.replace(/^HTTP_/, '') ?? 'redirect';
  return `redirected to ${listWords(parts, 'the same address')} (${code})`;
}

function describeAction(action: AlbActionPlan, bindings: Bindings): string {
  switch (action.type) {
    case 'forward':
      return `sent to ${listWords(
        action.targetGroups.map(({ targetGroup, weight }) =>
          weight === undefined || action.targetGroups.length === 1
            ? nameTarget(targetGroup, bindings)
            : `${nameTarget(targetGroup, bindings)} (weight ${weight})`,
        ),
        'nowhere',
      )}`;
    case 'redirect':
      return describeRedirect(action.redirectConfig);
    case 'fixed-response':
      return `answered with ${action.fixedResponseConfig.statusCode}`;
    case 'authenticate-cognito':
      return 'signed in with Cognito';
    case 'authenticate-oidc':
      return `signed in with ${action.authenticateOIDCConfig.issuer}`;
    default:
      return `let through with a token of ${action.jwtValidationConfig.issuer}`;
  }
}

/** What happens to requests, one thing after the other. @internal */
export function describeActions(
  actions: readonly AlbActionPlan[],
  bindings: Bindings,
): string {
  return actions
    .map(action => describeAction(action, bindings))
    .join(', then ');
}

function describeCondition(condition: RuleConditionPlan): string {
  const valuesOf = (config?: {
    values?: readonly string[];
    regexValues?: readonly string[];
  }) =>
    [...(config?.values ?? []), ...(config?.regexValues ?? [])].join(' or ');
  const { httpHeaderConfig, queryStringConfig } = condition;
  switch (condition.field) {
    case 'host-header':
      return valuesOf(condition.hostHeaderConfig);
    case 'path-pattern':
      return valuesOf(condition.pathPatternConfig);
    case 'http-request-method':
      return valuesOf(condition.httpRequestMethodConfig);
    case 'source-ip':
      return `from ${valuesOf(condition.sourceIPConfig)}`;
    case 'http-header':
      return `${httpHeaderConfig?.httpHeaderName}: ${valuesOf(
        httpHeaderConfig,
      )}`;
    default:
      return `?${(queryStringConfig?.values ?? [])
        .map(({ key, value }) =>
          key === undefined ? value : `${key}=${value}`,
        )
        .join(' or ')}`;
  }
}

/** Where the requests of each listener go, in the order in which its rules are asked. @internal */
export function requestRows({
  listenerRules,
  targetGroupBindings,
}: ApplicationLoadBalancerPlan): PlanRow[] {
  return listenerRules.map(
    ({ listenerPort, conditions, actions, transforms }) => {
      const asks = conditions.map(describeCondition).join(' ');
      const rewritten = transforms.length ? ', rewritten' : '';
      return {
        setting: `requests ${listenerPort} ${asks || 'of any kind'}`,
        value: `${describeActions(actions, targetGroupBindings)}${rewritten}`,
      };
    },
  );
}
