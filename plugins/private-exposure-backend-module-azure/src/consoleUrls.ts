/**
 * Address of a resource in the Azure portal, computed from its id without a call. The portal asks whoever follows it to
 * sign in to the tenant.
 *
 * @internal
 */
export function consoleUrl(
  { portalUrl, tenantId }: { portalUrl: string; tenantId: string },
  resourceId: string,
): string {
  const path = resourceId.split('/').map(encodeURIComponent).join('/');
  return `${portalUrl}/#@${tenantId}/resource${path}`;
}
