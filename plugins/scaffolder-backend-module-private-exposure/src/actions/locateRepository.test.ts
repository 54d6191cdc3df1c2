import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { runAction } from '../__testUtils__/runAction';
import { createLocateRepositoryAction } from './locateRepository';

const action = createLocateRepositoryAction({
  catalog: catalogServiceMock({ entities }),
  integrations: ScmIntegrations.fromConfig(new ConfigReader(config)),
});

describe('private-exposure:repository:locate', () => {
  it('takes the repository from the source location, with the scheme of the host', async () => {
    const output = await runAction(action, { entityRef: 'payments' });

    expect(output).toEqual({
      entityRef: 'component:default/payments',
      name: 'payments',
      pagePath: '/catalog/default/component/payments',
      repoUrl: 'localhost:7071?owner=acme&repo=payments',
      fetchUrl: 'http://localhost:7071/acme/payments',
      slug: 'acme/payments',
      path: '',
    });
  });

  it('keeps the folder of an entity that shares its repository', async () => {
    const output = await runAction(action, { entityRef: 'nested' });

    expect(output).toMatchObject({
      slug: 'acme/mono',
      path: 'services/nested',
    });
  });

  it('keeps the subgroups of GitLab', async () => {
    const output = await runAction(action, { entityRef: 'grouped' });

    expect(output).toMatchObject({
      repoUrl: 'gitlab.acme.example?owner=acme%2Fplatform&repo=grouped',
      fetchUrl: 'https://gitlab.acme.example/acme/platform/grouped',
      path: '',
    });
  });

  it('falls back on the project slug', async () => {
    const output = await runAction(action, { entityRef: 'slug-only' });

    expect(output).toMatchObject({
      repoUrl: 'localhost:7071?owner=acme&repo=slug-only',
    });
  });

  it('prefers the repository that the form names', async () => {
    const output = await runAction(action, {
      entityRef: 'payments',
      repoUrl: 'localhost:7071?owner=acme&repo=deployments',
    });

    expect(output).toMatchObject({
      entityRef: 'component:default/payments',
      fetchUrl: 'http://localhost:7071/acme/deployments',
    });
  });

  it.each([
    { entityRef: 'nobody', message: /^entityRef: there is no entity/ },
    {
      entityRef: 'component:/',
      message: /^entityRef: not an entity reference/,
    },
    { entityRef: 'unplaced', message: /^entityRef: the repository of/ },
    { entityRef: 'elsewhere', message: /^entityRef: the repository of/ },
  ])(
    'refuses $entityRef and names the field',
    async ({ entityRef, message }) => {
      await expect(runAction(action, { entityRef })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(message),
      });
    },
  );

  it.each([
    ['http://localhost:7071/acme/deployments', ''],
    ['http://localhost:7071/acme/deployments.git', ''],
    ['http://localhost:7071/acme/deployments/tree/main/payments', 'payments'],
  ])('takes the address %s', async (repoUrl, path) => {
    const output = await runAction(action, { entityRef: 'payments', repoUrl });

    expect(output).toMatchObject({
      repoUrl: 'localhost:7071?owner=acme&repo=deployments',
      path,
    });
  });

  it.each([
    'evil.example?owner=a&repo=b',
    'localhost:7071?repo=b',
    '%%',
    'https://evil.example/acme/payments',
    'http://localhost:7071/acme',
    'http://localhost:7071/acme/%E0%A4%A',
    'http://localhost:7071/acme/..%2Fother',
    'http://localhost:7072/acme/payments',
  ])('refuses the repository %p', async repoUrl => {
    await expect(
      runAction(action, { entityRef: 'payments', repoUrl }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^repoUrl: /),
    });
  });

  it('asks the catalog as the person who started the template', async () => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: jest.fn(async () => entities[0]),
    });

    await runAction(
      createLocateRepositoryAction({
        catalog,
        integrations: ScmIntegrations.fromConfig(new ConfigReader(config)),
      }),
      { entityRef: 'payments' },
    );

    expect(catalog.getEntityByRef).toHaveBeenCalledWith(
      'component:default/payments',
      { credentials: mockCredentials.user() },
    );
  });

  it('takes the repository of what no entity claims as it is given', async () => {
    const output = await runAction(action, {
      repoUrl: `http://localhost:7071/acme/mono/tree/main/legacy`,
    });

    expect(output).toEqual({
      repoUrl: 'localhost:7071?owner=acme&repo=mono',
      fetchUrl: 'http://localhost:7071/acme/mono',
      slug: 'acme/mono',
      path: 'legacy',
    });
    await expect(runAction(action, {})).rejects.toThrow(
      'entityRef: choose a component, or give the address of a repository',
    );
  });
});
