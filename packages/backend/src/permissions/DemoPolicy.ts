import type {
  BackstageUserInfo,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '@postern/backstage-plugin-private-exposure-backend';
import {
  RESOURCE_TYPE_EXPOSURE,
  changeCreatePermission,
  clusterReadPermission,
  exposureReadPermission,
  exposureRefreshPermission,
  inventoryReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';

const PLATFORM_TEAM = 'group:default/platform-team';

/**
 * Owners see their exposures and may ask for a fresh look; the platform team sees everything and decides.
 *
 * @remarks Written as an example to start from: everything outside private exposure is allowed.
 *
 * @internal
 */
export class DemoPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    if (!concernsPrivateExposure(permission)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!user) return { result: AuthorizeResult.DENY };
    const info = await this.#userInfo.getUserInfo(user.credentials);
    if (info.ownershipEntityRefs.includes(PLATFORM_TEAM)) {
      return isPermission(permission, changeCreatePermission)
        ? { result: AuthorizeResult.DENY }
        : { result: AuthorizeResult.ALLOW };
    }
    return decideForDeveloper(permission, info);
  }
}

function concernsPrivateExposure(permission: Permission): boolean {
  return (
    isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE) ||
    isPermission(permission, inventoryReadPermission) ||
    isPermission(permission, changeCreatePermission) ||
    isPermission(permission, clusterReadPermission)
  );
}

function decideForDeveloper(
  permission: Permission,
  info: BackstageUserInfo,
): PolicyDecision {
  // The form that opens a pull request shows what the cluster makes of it.
  if (isPermission(permission, clusterReadPermission))
    return { result: AuthorizeResult.ALLOW };
  const ownersMay = [exposureReadPermission, exposureRefreshPermission].find(
    candidate => isPermission(permission, candidate),
  );
  return ownersMay
    ? createExposureConditionalDecision(
        ownersMay,
        exposureConditions.isEntityOwner({ claims: info.ownershipEntityRefs }),
      )
    : { result: AuthorizeResult.DENY };
}
