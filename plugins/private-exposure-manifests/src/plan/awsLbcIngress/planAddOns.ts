import { ControllerRefusal } from '../ControllerRefusal';
import { formatGoList } from '../../values/goText';
import { agreeOn } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';

const NONE = 'none';

const keysOf = (...names: string[]) =>
  names.map(name => `${INGRESS_ANNOTATION_PREFIX}/${name}`);

/** `none` detaches, which an empty text stands for. */
const toAttached = (value: string | undefined) => (value === NONE ? '' : value);

function resolveWebAcl(
  name: string,
  webAcls: AwsLbcIngressFacts['webAcls'],
  arns: readonly string[],
): string {
  if (name === NONE) return name;
  // A name that the facts can't tell is that of an ARN that has it, else stays as it is.
  if (!webAcls)
    return arns.find(arn => arn.includes(`/webacl/${name}/`)) ?? name;
  if (Object.hasOwn(webAcls, name)) return webAcls[name];
  throw new ControllerRefusal(
    `Unable to find web acl named ${name}`,
    keysOf('wafv2-acl-name'),
  );
}

/**
 * ARN of the web ACL; empty where one is to be detached, `undefined` where nothing is said of it.
 *
 * @remarks `buildWAFv2WebACLAssociation` in `pkg/ingress/model_build_load_balancer_addons.go`, version 3.5.
 *
 * @internal
 */
export function planWebAcl(
  members: readonly GroupMember[],
  { webAcls }: Pick<AwsLbcIngressFacts, 'webAcls'>,
): string | undefined {
  const named = members.flatMap(({ annotations, params }) =>
    [annotations.string('wafv2-acl-arn'), params?.wafv2AclArn].flatMap(
      arn => arn || [],
    ),
  );
  const resolved = members.flatMap(({ annotations, params }) =>
    [annotations.string('wafv2-acl-name'), params?.wafv2AclName].flatMap(name =>
      name ? resolveWebAcl(name, webAcls, named) : [],
    ),
  );
  const arns = [...named, ...resolved];
  return toAttached(
    agreeOn(
      arns,
      keysOf('wafv2-acl-arn', 'wafv2-acl-name'),
      different => `conflicting WAFv2 WebACL ARNs: ${formatGoList(different)}`,
    ),
  );
}

/** Id of the web ACL of AWS WAF Classic, as {@link planWebAcl}. @internal */
export function planClassicWebAcl(
  members: readonly GroupMember[],
): string | undefined {
  const ids = members.flatMap(
    ({ annotations }) =>
      (annotations.string('waf-acl-id') ?? annotations.string('web-acl-id')) ||
      [],
  );
  return toAttached(
    agreeOn(
      ids,
      keysOf('waf-acl-id', 'web-acl-id'),
      different =>
        `conflicting WAFClassic WebACL IDs: ${formatGoList(different)}`,
    ),
  );
}

/** Whether AWS Shield Advanced protects the load balancer; `undefined` where nothing is said of it. @internal */
export function planShieldProtection(
  members: readonly GroupMember[],
): boolean | undefined {
  const name = 'shield-advanced-protection';
  return agreeOn(
    members.flatMap(({ annotations }) => annotations.boolean(name) ?? []),
    keysOf(name),
    () => 'conflicting enable shield advanced protection',
  );
}
