import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
  type UserInfoService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { DemoPolicy } from '../permissions/DemoPolicy';

/** Who belongs to which group. */
const groups: Record<string, string[]> = {
  'user:default/mira': ['group:default/team-payments'],
  'user:default/jonas': ['group:default/team-orders'],
  'user:default/petra': ['group:default/platform-team'],
};

/** The permissions that the demo's policy gives its people; conditions are the plugin's to apply. */
export function demoPermissions() {
  const auth = mockServices.auth({ pluginId: 'private-exposure' });
  const userInfo: UserInfoService = {
    getUserInfo: async credentials => {
      if (!auth.isPrincipal(credentials, 'user')) {
        throw new Error('Only users belong to groups');
      }
      const { userEntityRef } = credentials.principal;
      const ownershipEntityRefs = [
        userEntityRef,
        ...(groups[userEntityRef] ?? []),
      ];
      return { userEntityRef, ownershipEntityRefs };
    },
  };
  const policy = new DemoPolicy({ userInfo });
  const ask = async (
    permission: Permission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> => {
    // What the plugin does by itself is no person's affair.
    if (!auth.isPrincipal(credentials, 'user')) {
      return { result: AuthorizeResult.ALLOW };
    }
    const info = await userInfo.getUserInfo(credentials);
    return policy.handle({ permission }, { credentials, info });
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: async (requests, { credentials }) =>
        Promise.all(
          requests.map(async ({ permission }) => {
            const { result } = await ask(permission, credentials);
            return {
              result:
                result === AuthorizeResult.ALLOW
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            };
          }),
        ),
      authorizeConditional: async (requests, { credentials }) =>
        Promise.all(
          requests.map(({ permission }) => ask(permission, credentials)),
        ),
    }),
  });
}
