import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  exposureReadPermission,
  inventoryReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import { ExposureAccess } from './ExposureAccess';

const hana = mockCredentials.user('user:default/hana');
const ines = mockCredentials.user('user:default/ines');

function resultFor(credentials: unknown) {
  return JSON.stringify(credentials).includes('ines')
    ? AuthorizeResult.ALLOW
    : AuthorizeResult.DENY;
}

/** A policy that allows one user everything, and another nothing, and notes how often it is asked. */
function setUp() {
  const permissions = mockServices.permissions.mock({
    authorize: async (queries, options) =>
      queries.map(() => ({ result: resultFor(options?.credentials) })),
    authorizeConditional: async (queries, options) =>
      queries.map(() => ({ result: resultFor(options?.credentials) })),
  });
  const access = ExposureAccess.create({
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({ getRuleByName: jest.fn() }),
    }),
  });
  return { access, permissions };
}

describe('ExposureAccess', () => {
  it('puts one question for what a caller asks several times at once', async () => {
    const { access, permissions } = setUp();
    const may = () => access.may(ines, inventoryReadPermission);
    const of = () => access.of(ines, [exposureReadPermission]);

    const allowed = await Promise.all([may(), may(), may()]);
    await Promise.all([of(), of(), of()]);

    expect(allowed).toEqual([true, true, true]);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('asks about exposures and about none in particular in one question', async () => {
    const { access, permissions } = setUp();
    const both = [exposureReadPermission, inventoryReadPermission];

    const [of, ofNobody] = await Promise.all([
      access.of(ines, both),
      access.of(hana, both),
    ]);
    const unasked = await access.of(ines, [exposureReadPermission]);

    expect(of.has(inventoryReadPermission)).toBe(true);
    expect(ofNobody.has(inventoryReadPermission)).toBe(false);
    expect(unasked.has(inventoryReadPermission)).toBe(false);
    expect(permissions.authorize).not.toHaveBeenCalled();
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(3);
  });

  it('tells answers to be the same that differ in the id of their question', async () => {
    const { access, permissions } = setUp();
    const result = AuthorizeResult.ALLOW;
    // As Backstage's client answers: each decision with the id that it was asked by.
    permissions.authorizeConditional.mockImplementation(async queries =>
      queries.map(() => ({ id: randomUUID(), result })),
    );
    const ask = () => access.of(ines, [exposureReadPermission]);

    const [before, after] = [await ask(), await ask()];

    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(2);
    expect(after.key).toBe(before.key);
  });

  it('gives nobody the answer of somebody else, nor one from before', async () => {
    const { access, permissions } = setUp();
    const ask = () =>
      Promise.all(
        [hana, ines].map(user => access.may(user, inventoryReadPermission)),
      );

    expect(await ask()).toEqual([false, true]);
    permissions.authorize.mockImplementation(async queries =>
      queries.map(() => ({ result: AuthorizeResult.DENY })),
    );
    expect(await ask()).toEqual([false, false]);
  });
});
