import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember } from './LbcIngress';
import {
  AuthConfigPlan,
  CognitoConfig,
  JwtValidationConfig,
  OidcConfig,
} from './planAuthConfig';
import {
  BackendAction,
  FixedResponseConfig,
  ForwardConfig,
  RedirectConfig,
} from './planBackendAction';
import { EnhancedBackend } from './planEnhancedBackend';
import { AlbProtocol } from './planListenPorts';
import { SslRedirectPlan } from './planSslRedirect';

type SignIn = Pick<
  AuthConfigPlan,
  'onUnauthenticatedRequest' | 'scope' | 'sessionCookieName' | 'sessionTimeout'
>;

/** What a listener does with a request, one after the other. @public */
export type AlbActionPlan =
  | {
      type: 'forward';
      targetGroups: readonly {
        /** `<tg:…>` for one that the controller makes, else an ARN or a name. */
        targetGroup: string;
        weight?: number;
      }[];
      targetGroupStickinessConfig?: ForwardConfig['targetGroupStickinessConfig'];
    }
  | { type: 'redirect'; redirectConfig: RedirectConfig }
  | { type: 'fixed-response'; fixedResponseConfig: FixedResponseConfig }
  | {
      type: 'authenticate-cognito';
      authenticateCognitoConfig: CognitoConfig & SignIn;
    }
  | { type: 'authenticate-oidc'; authenticateOIDCConfig: OidcConfig & SignIn }
  | { type: 'jwt-validation'; jwtValidationConfig: JwtValidationConfig };

/** Makes the target group of a Service's port, once, and gives its key. @internal */
export type AddTargetGroup = (
  member: GroupMember,
  serviceName: string,
  port: number | string,
) => string;

/** The answer where no rule fits. @internal */
export const NOT_FOUND: AlbActionPlan = {
  type: 'fixed-response',
  fixedResponseConfig: { contentType: 'text/plain', statusCode: '404' },
};

/** The redirect of HTTP listeners. @internal */
export function planRedirectAction({
  sslPort,
  statusCode,
}: SslRedirectPlan): AlbActionPlan {
  return {
    type: 'redirect',
    redirectConfig: { port: String(sslPort), protocol: 'HTTPS', statusCode },
  };
}

function checkSecret(
  namespace: string,
  secretName: string,
  secretKeys: AwsLbcIngressFacts['secretKeys'],
): void {
  if (!secretKeys) return;
  const secret = `${namespace}/${secretName}`;
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, [
      'alb.ingress.kubernetes.io/auth-idp-oidc',
    ]);
  };
  const keys = Object.hasOwn(secretKeys, secret)
    ? secretKeys[secret]
    : refuse(`secrets "${secretName}" not found`);
  if (!keys.includes('clientID') && !keys.includes('clientId'))
    refuse(`missing clientID, secret: ${secret}`);
  if (!keys.includes('clientSecret'))
    refuse(`missing clientSecret, secret: ${secret}`);
}

function planSignIn(
  { namespace }: GroupMember,
  auth: AuthConfigPlan | undefined,
  { secretKeys }: Pick<AwsLbcIngressFacts, 'secretKeys'>,
): AlbActionPlan[] {
  if (!auth || auth.type === 'none') return [];
  const { idpConfigCognito: cognito, idpConfigOIDC: oidc } = auth;
  const signIn: SignIn = {
    onUnauthenticatedRequest: auth.onUnauthenticatedRequest,
    scope: auth.scope,
    sessionCookieName: auth.sessionCookieName,
    sessionTimeout: auth.sessionTimeout,
  };
  if (auth.type === 'cognito') {
    if (!cognito)
      throw new ControllerRefusal('missing IDPConfigCognito', [
        'alb.ingress.kubernetes.io/auth-idp-cognito',
      ]);
    return [
      {
        type: 'authenticate-cognito',
        authenticateCognitoConfig: { ...cognito, ...signIn },
      },
    ];
  }
  if (!oidc)
    throw new ControllerRefusal('missing IDPConfigOIDC', [
      'alb.ingress.kubernetes.io/auth-idp-oidc',
    ]);
  checkSecret(namespace, oidc.secretName ?? '', secretKeys);
  return [
    {
      type: 'authenticate-oidc',
      authenticateOIDCConfig: { ...oidc, ...signIn },
    },
  ];
}

function planRouting(
  member: GroupMember,
  action: BackendAction,
  addTargetGroup: AddTargetGroup,
): AlbActionPlan {
  if (action.type !== 'forward') return action;
  const { targetGroups = [], targetGroupStickinessConfig } =
    action.forwardConfig;
  return {
    type: 'forward',
    targetGroups: targetGroups.map(target => {
      const { serviceName, servicePort = '', weight } = target;
      const named = target.targetGroupARN ?? target.targetGroupName;
      const key =
        named === undefined
          ? addTargetGroup(member, serviceName ?? '', servicePort)
          : '';
      return {
        targetGroup: named ?? `<tg:${key}>`,
        ...(weight === undefined ? {} : { weight }),
      };
    }),
    ...(targetGroupStickinessConfig ? { targetGroupStickinessConfig } : {}),
  };
}

/**
 * What happens to requests to a backend. Only HTTPS listeners let people sign in.
 *
 * @remarks `pkg/ingress/model_build_actions.go`, version 3.5.
 *
 * @internal
 */
export function planRuleActions(
  member: GroupMember,
  protocol: AlbProtocol,
  backend: EnhancedBackend,
  facts: Pick<AwsLbcIngressFacts, 'secretKeys'>,
  addTargetGroup: AddTargetGroup,
): AlbActionPlan[] {
  const { authConfig, jwtValidationConfig, action } = backend;
  const before: AlbActionPlan[] =
    protocol === 'HTTPS'
      ? [
          ...planSignIn(member, authConfig, facts),
          ...(jwtValidationConfig
            ? [{ type: 'jwt-validation', jwtValidationConfig } as const]
            : []),
        ]
      : [];
  return [...before, planRouting(member, action, addTargetGroup)];
}
