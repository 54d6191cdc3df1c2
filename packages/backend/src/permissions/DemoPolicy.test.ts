import type { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  changeCreatePermission,
  clusterReadPermission,
  connectionApprovePermission,
  connectionRejectPermission,
  connectionRemovePermission,
  exposureReadPermission,
  exposureRefreshPermission,
  inventoryReadPermission,
  privateExposurePermissions,
} from '@postern/backstage-plugin-private-exposure-common';
import { DemoPolicy } from './DemoPolicy';

const owning = (name: string, team: string) => ({
  userEntityRef: `user:default/${name}`,
  ownershipEntityRefs: [`user:default/${name}`, `group:default/${team}`],
});
const mira = owning('mira', 'team-payments');
const petra = owning('petra', 'platform-team');

function ask(permission: Permission, info?: BackstageUserInfo) {
  const policy = new DemoPolicy({ userInfo: mockServices.userInfo(info) });
  return policy.handle(
    { permission },
    info && { credentials: mockCredentials.user(info.userEntityRef), info },
  );
}

describe('DemoPolicy', () => {
  it.each([
    exposureReadPermission,
    exposureRefreshPermission,
    connectionApprovePermission,
    connectionRejectPermission,
    connectionRemovePermission,
    inventoryReadPermission,
  ])('lets the platform team use $name', async permission => {
    await expect(ask(permission, petra)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each([exposureReadPermission, exposureRefreshPermission])(
    'lets developers use $name on what they own',
    async permission => {
      await expect(ask(permission, mira)).resolves.toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'private-exposure',
        resourceType: 'private-exposure',
        conditions: {
          rule: 'is-entity-owner',
          resourceType: 'private-exposure',
          params: {
            claims: ['user:default/mira', 'group:default/team-payments'],
          },
        },
      });
    },
  );

  it.each([
    connectionApprovePermission,
    connectionRejectPermission,
    connectionRemovePermission,
    inventoryReadPermission,
  ])('keeps developers from $name', async permission => {
    await expect(ask(permission, mira)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('tells developers what a cluster is like', async () => {
    await expect(ask(clusterReadPermission, mira)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('leaves pull requests to the scaffolder, whoever asks', async () => {
    const answers = await Promise.all(
      [mira, petra].map(user => ask(changeCreatePermission, user)),
    );

    expect(answers.map(({ result }) => result)).toEqual([
      AuthorizeResult.DENY,
      AuthorizeResult.DENY,
    ]);
  });

  it.each(privateExposurePermissions)(
    'gives $name to nobody who is not signed in',
    async permission => {
      await expect(ask(permission)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );

  it('allows what is not about private exposure', async () => {
    const permission = createPermission({
      name: 'catalog.entity.create',
      attributes: { action: 'create' },
    });

    await expect(ask(permission, mira)).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
