import { AzureDirectory, AzureFault, ServicePrincipal } from '../../azureWorld';
import { isActionAllowed } from '../../azureWorld/roleActions';
import { TokenIssuer, unauthorized } from './TokenIssuer';

/**
 * The service principal that a request's token is for.
 *
 * @throws AzureFault 401 without a valid token.
 * @internal
 */
export function authenticate(
  authorization: string | undefined,
  parts: { directory: AzureDirectory; issuer: TokenIssuer },
): ServicePrincipal {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) {
    throw unauthorized(
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    );
  }
  const { tid, appid } = parts.issuer.read(token);
  const principal = parts.directory.findPrincipal(tid, appid);
  if (principal) return principal;
  throw unauthorized(
    'InvalidAuthenticationToken',
    'The access token is invalid: its application is not known any more.',
  );
}

/**
 * Says that a principal's token is for the tenant of a subscription.
 *
 * @throws AzureFault 404 for an unknown subscription, 401 for another tenant's.
 * @internal
 */
export function requireTenantOf(
  subscriptionId: string,
  principal: ServicePrincipal,
  directory: AzureDirectory,
): void {
  const { tenantId } = directory.getSubscription(subscriptionId);
  if (tenantId.toLowerCase() === principal.tenantId.toLowerCase()) return;
  throw unauthorized(
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${principal.tenantId}/'. It must match the tenant 'https://sts.windows.net/${tenantId}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${tenantId}' to get the token.`,
  );
}

/**
 * Says that a principal has a role for an action.
 *
 * @throws AzureFault 403 `AuthorizationFailed` without one.
 * @internal
 */
export function authorize(
  principal: ServicePrincipal,
  action: string,
  scope: string,
): void {
  if (isActionAllowed(principal.assignments, action, scope)) return;
  const { clientId, objectId } = principal;
  throw new AzureFault(
    'AuthorizationFailed',
    `The client '${clientId}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    { status: 403 },
  );
}
