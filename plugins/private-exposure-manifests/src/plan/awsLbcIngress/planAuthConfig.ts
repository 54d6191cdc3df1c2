import { GoStruct, goList, goMap, goStruct, goText } from '../../values/goJson';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJson } from '../readJson';
import { IngressAnnotations } from './LbcIngress';

const extraParams = goMap(goText, '');

const cognitoFields = {
  userPoolARN: goText,
  userPoolClientID: goText,
  userPoolDomain: goText,
  authenticationRequestExtraParams: extraParams,
};

const oidcFields = {
  issuer: goText,
  authorizationEndpoint: goText,
  tokenEndpoint: goText,
  userInfoEndpoint: goText,
  secretName: goText,
  authenticationRequestExtraParams: extraParams,
};

const claimFields = {
  format: goText,
  name: goText,
  values: goList(goText, ''),
};

const jwtFields = {
  jwksEndpoint: goText,
  issuer: goText,
  additionalClaims: goList(goStruct('JwtAdditionalClaim', claimFields), {}),
};

const cognitoForm = goStruct('AuthIDPConfigCognito', cognitoFields);
const oidcForm = goStruct('AuthIDPConfigOIDC', oidcFields);
const jwtForm = goStruct('JwtValidationConfig', jwtFields);

/** A user pool of Amazon Cognito. @public */
export type CognitoConfig = GoStruct<typeof cognitoFields>;
/** An OpenID Connect provider; `secretName` is a Secret with the client's id and secret. @public */
export type OidcConfig = GoStruct<typeof oidcFields>;
/** Which JSON web tokens get through. @public */
export type JwtValidationConfig = GoStruct<typeof jwtFields>;

/** How people sign in before they get through. @public */
export interface AuthConfigPlan {
  type: 'none' | 'cognito' | 'oidc';
  onUnauthenticatedRequest: string;
  scope: string;
  sessionCookieName: string;
  /** Seconds. */
  sessionTimeout: number;
  idpConfigCognito: CognitoConfig | undefined;
  idpConfigOIDC: OidcConfig | undefined;
}

function planAuthType(annotations: IngressAnnotations): AuthConfigPlan['type'] {
  const name = 'auth-type';
  const type = annotations.string(name) ?? 'none';
  if (type === 'none' || type === 'cognito' || type === 'oidc') return type;
  throw new ControllerRefusal(`unknown authType: ${type}`, [
    annotations.keyOf(name),
  ]);
}

/**
 * How people sign in. What is set is read whether or not it is used.
 *
 * @remarks `pkg/ingress/auth_config_builder.go`, version 3.5.
 *
 * @internal
 */
export function planAuthConfig(
  annotations: IngressAnnotations,
): AuthConfigPlan {
  const type = planAuthType(annotations);
  const sessionTimeout = annotations.int64('auth-session-timeout') ?? 604800;
  const readIdp = <T>(
    name: 'auth-idp-cognito' | 'auth-idp-oidc',
    read: () => T | undefined,
  ) => (annotations.has(name) ? read() ?? ({} as T) : undefined);
  return {
    type,
    onUnauthenticatedRequest:
      annotations.string('auth-on-unauthenticated-request') ?? 'authenticate',
    scope: annotations.string('auth-scope') ?? 'openid',
    sessionCookieName:
      annotations.string('auth-session-cookie') ?? 'AWSELBAuthSessionCookie',
    sessionTimeout,
    idpConfigCognito: readIdp('auth-idp-cognito', () =>
      readJson(annotations, 'auth-idp-cognito', cognitoForm),
    ),
    idpConfigOIDC: readIdp('auth-idp-oidc', () =>
      readJson(annotations, 'auth-idp-oidc', oidcForm),
    ),
  };
}

function findJwtProblem(config: JwtValidationConfig): string | undefined {
  const missing = (['jwksEndpoint', 'issuer'] as const).find(
    name => !config[name],
  );
  if (missing) return `${missing} is a required field for jwt validation`;
  for (const claim of config.additionalClaims ?? []) {
    const lacks = (['format', 'name', 'values'] as const).find(
      name => !claim[name]?.length,
    );
    if (lacks)
      return `${lacks} is a required field for additional claims for jwt validation`;
  }
  return undefined;
}

/**
 * Which JSON web tokens get through; `undefined` where any request does.
 *
 * @remarks `buildJwtValidationConfig` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @internal
 */
export function planJwtValidation(
  annotations: IngressAnnotations,
): JwtValidationConfig | undefined {
  const name = 'jwt-validation';
  if (!annotations.has(name)) return undefined;
  const config = readJson(annotations, name, jwtForm) ?? {};
  const problem = findJwtProblem(config);
  if (problem !== undefined)
    throw new ControllerRefusal(problem, [annotations.keyOf(name)]);
  return config;
}
