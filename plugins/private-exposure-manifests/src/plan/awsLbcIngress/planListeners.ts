import { formatGoList } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendServices } from './BackendServices';
import { dropNeedlessRules } from './dropNeedlessRules';
import { GroupMember } from './LbcIngress';
import { planListenerAttributes } from './planAttributes';
import { RuleConditionPlan } from './planConditions';
import { planEnhancedBackend } from './planEnhancedBackend';
import { ListenConfig } from './planListenConfigs';
import { AlbProtocol } from './planListenPorts';
import { MutualAuthenticationPlan } from './planMutualAuthentication';
import { sortPaths } from './planPathPatterns';
import {
  AddTargetGroup,
  AlbActionPlan,
  NOT_FOUND,
  planRedirectAction,
  planRuleActions,
} from './planRuleActions';
import { planRuleConditions } from './planRuleConditions';
import { SslRedirectPlan } from './planSslRedirect';
import { planGroupTags, planIngressTags, withDefaultTags } from './planTags';
import { TransformPlan } from './planTransforms';
import { within } from './within';

/** One listener of an Application Load Balancer. @public */
export interface AlbListenerPlan {
  port: number;
  protocol: AlbProtocol;
  /** What happens to requests that no rule fits. */
  defaultActions: readonly AlbActionPlan[];
  /** ARNs, the default one first; `undefined` where they are not known. */
  certificates: readonly string[] | undefined;
  sslPolicy: string | undefined;
  mutualAuthentication: MutualAuthenticationPlan | undefined;
  attributes: Record<string, string>;
  tags: Record<string, string>;
}

/** One rule of a listener. @public */
export interface AlbListenerRulePlan {
  listenerPort: number;
  /** 1 comes first. */
  priority: number;
  conditions: readonly RuleConditionPlan[];
  actions: readonly AlbActionPlan[];
  transforms: readonly TransformPlan[];
  tags: Record<string, string>;
}

/** A port with the members that listen on it. @internal */
export interface ListenedPort {
  port: number;
  config: ListenConfig;
  members: readonly GroupMember[];
}

/** What listeners are made from besides their port. @internal */
export interface ListenerOptions {
  facts: AwsLbcIngressFacts;
  services: BackendServices;
  sslRedirect: SslRedirectPlan | undefined;
  addTargetGroup: AddTargetGroup;
}

function planDefaultActions(
  { config, members }: ListenedPort,
  { facts, services, sslRedirect, addTargetGroup }: ListenerOptions,
): AlbActionPlan[] {
  if (sslRedirect && config.protocol === 'HTTP')
    return [planRedirectAction(sslRedirect)];
  const withDefault = members.filter(({ defaultBackend }) => defaultBackend);
  if (withDefault.length > 1)
    throw new ControllerRefusal(
      `multiple ingress defined default backend: ${formatGoList(
        withDefault.map(({ key }) => key),
      )}`,
      ['spec.defaultBackend'],
    );
  const [member] = withDefault;
  if (!member?.defaultBackend) return [NOT_FOUND];
  const backend = planEnhancedBackend(member, member.defaultBackend, services);
  return planRuleActions(
    member,
    config.protocol,
    backend,
    facts,
    addTargetGroup,
  );
}

/** A listener. @internal */
export function planListener(
  listened: ListenedPort,
  options: ListenerOptions,
): AlbListenerPlan {
  const { port, config, members } = listened;
  const { facts } = options;
  const { protocol, certificates, sslPolicy, mutualAuthentication } = config;
  const defaultActions = planDefaultActions(listened, options);
  const tags = withDefaultTags(planGroupTags(members, facts), facts);
  return {
    port,
    protocol,
    defaultActions,
    certificates,
    sslPolicy,
    mutualAuthentication,
    attributes: planListenerAttributes(members, protocol, port),
    tags,
  };
}

type UnrankedRule = Omit<AlbListenerRulePlan, 'listenerPort' | 'priority'>;

function planMemberRules(
  member: GroupMember,
  protocol: AlbProtocol,
  { facts, services, addTargetGroup }: ListenerOptions,
): UnrankedRule[] {
  // The same for each of them; planned after the rest of the first, which the controller would refuse before.
  let tags: Record<string, string> | undefined;
  return member.rules.flatMap(({ host, paths }) =>
    sortPaths(paths ?? []).map(path =>
      within(`ingress: ${member.key}`, () => {
        const backend = planEnhancedBackend(member, path.backend, services);
        const conditions = planRuleConditions(
          member,
          host,
          path,
          backend.conditions,
        );
        const actions = planRuleActions(
          member,
          protocol,
          backend,
          facts,
          addTargetGroup,
        );
        tags ??= withDefaultTags(planIngressTags(member, facts), facts);
        return { conditions, actions, transforms: backend.transforms, tags };
      }),
    ),
  );
}

/**
 * The rules of a listener. An HTTP listener that redirects to HTTPS has none.
 *
 * @remarks `buildListenerRules` in `pkg/ingress/model_build_listener_rules.go`, version 3.5.
 *
 * @internal
 */
export function planListenerRules(
  { port, config: { protocol }, members }: ListenedPort,
  options: ListenerOptions,
): AlbListenerRulePlan[] {
  if (options.sslRedirect && protocol === 'HTTP') return [];
  const rules = members.flatMap(member =>
    planMemberRules(member, protocol, options),
  );
  return dropNeedlessRules(rules, port, protocol).map((rule, index) => ({
    listenerPort: port,
    priority: index + 1,
    ...rule,
  }));
}
