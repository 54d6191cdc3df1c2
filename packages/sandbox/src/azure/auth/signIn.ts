import { AzureDirectory, ServicePrincipal } from '../../azureWorld';
import { ArmAnswer, ArmRequest } from '../server/ArmOperation';
import { describeCloud } from './describeCloud';
import { TokenIssuer } from './TokenIssuer';
import { type AssertionRefusal, verifyAssertion } from './verifyAssertion';

const TOKEN_PATH = /^\/([^/]+)\/oauth2\/v2\.0\/token$/i;
const OPENID_PATH =
  /^\/([^/]+)(?:\/v2\.0)?\/\.well-known\/openid-configuration$/i;
const INSTANCE_PATH = /^\/common\/discovery\/instance$/i;
const CLOUD_PATH = /^\/metadata\/endpoints$/i;

/** Stand for any tenant; the sandbox tells where they are, and gives no tokens there. */
const ANY_TENANT = ['common', 'organizations'];

/** The only kind of assertion there is (RFC 7523, 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What the audience of a token may be: the sandbox, or Azure by its names, those of its national clouds among them. */
const AZURE_AUDIENCES = [
  'https://management.azure.com',
  'https://management.core.windows.net',
  'https://management.usgovcloudapi.net',
  'https://management.chinacloudapi.cn',
];

/** What {@link signIn} works with. @internal */
export interface SignInContext {
  directory: AzureDirectory;
  issuer: TokenIssuer;
  /** The sandbox's own address. */
  baseUrl: string;
}

function failure(
  status: number,
  error: string,
  code: number,
  description: string,
): ArmAnswer {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${description}`,
      error_codes: [code],
    },
  };
}

/**
 * Answers what clients ask without a token: where the parts of the cloud are, and
 * of Microsoft Entra the configuration of a tenant, and tokens for applications
 * with a secret or an assertion.
 *
 * @returns undefined for an address that is none of sign-in's
 * @internal
 */
export function signIn(
  request: ArmRequest,
  context: SignInContext,
): ArmAnswer | undefined {
  const { pathname } = new URL(request.url, context.baseUrl);
  const token = TOKEN_PATH.exec(pathname);
  if (token && request.method === 'POST') {
    return issueToken(token[1], new URLSearchParams(request.body), context);
  }
  const openid = OPENID_PATH.exec(pathname);
  if (openid) return describeTenant(openid[1], context);
  if (CLOUD_PATH.test(pathname)) {
    return { status: 200, body: describeCloud(context.baseUrl) };
  }
  return INSTANCE_PATH.test(pathname) ? describeInstance(context) : undefined;
}

function describeTenant(tenantId: string, context: SignInContext): ArmAnswer {
  const isAny = ANY_TENANT.includes(tenantId.toLowerCase());
  if (!isAny && !context.directory.findTenant(tenantId)) {
    return unknownTenant(tenantId);
  }
  const base = `${context.baseUrl}/${tenantId}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: [
        'client_secret_post',
        'private_key_jwt',
      ],
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      // As Entra writes it for an address of any tenant.
      issuer: isAny ? `${context.baseUrl}/{tenantid}/v2.0` : `${base}/v2.0`,
      response_types_supported: ['code', 'id_token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  };
}

function describeInstance({ baseUrl }: SignInContext): ArmAnswer {
  const { host } = new URL(baseUrl);
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${baseUrl}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        { preferred_network: host, preferred_cache: host, aliases: [host] },
      ],
    },
  };
}

function issueToken(
  tenantId: string,
  form: URLSearchParams,
  { directory, issuer, baseUrl }: SignInContext,
): ArmAnswer {
  if (!directory.findTenant(tenantId)) return unknownTenant(tenantId);
  const grant = form.get('grant_type');
  if (grant !== 'client_credentials') {
    return failure(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    );
  }
  const clientId = form.get('client_id') ?? '';
  const principal = directory.findPrincipal(tenantId, clientId);
  if (!principal) {
    return failure(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenantId}'.`,
    );
  }
  const refused = verifyApplication(
    form,
    principal,
    `${baseUrl}/${tenantId}/oauth2/v2.0/token`,
  );
  if (refused) {
    return failure(401, 'invalid_client', refused.code, refused.description);
  }
  const scope = form.get('scope') ?? '';
  const audience = scope.split(' ')[0].replace(/\/+\.default$/, '');
  if (![baseUrl, ...AZURE_AUDIENCES].includes(audience)) {
    return failure(
      400,
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    );
  }
  const { token, expiresIn } = issuer.issue(principal, audience);
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: expiresIn,
      ext_expires_in: expiresIn,
      access_token: token,
    },
  };
}

/** Why an application is not who it says it is. */
function verifyApplication(
  form: URLSearchParams,
  principal: ServicePrincipal,
  tokenEndpoint: string,
): AssertionRefusal | undefined {
  const assertion = form.get('client_assertion');
  if (form.get('client_assertion_type') === JWT_BEARER && assertion) {
    return verifyAssertion(assertion, principal, tokenEndpoint);
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    return {
      code: 7000218,
      description:
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    };
  }
  return secret === principal.clientSecret
    ? undefined
    : {
        code: 7000215,
        description: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${principal.clientId}'.`,
      };
}

function unknownTenant(tenantId: string): ArmAnswer {
  return failure(
    400,
    'invalid_request',
    90002,
    `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}
