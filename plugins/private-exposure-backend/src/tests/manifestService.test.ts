import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_EXPOSURE } from '@postern/backstage-plugin-private-exposure-common';
import request from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { demoEntities } from '../__testUtils__/demoWorld';
import { startGitHost } from '../__testUtils__/startGitHost';
import { as, startPlugin } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const petra = 'user:default/petra';
/** Owns what is team-orders'. */
const olga = 'user:default/olga';
const nobody = 'user:default/nobody';
/** The catalog shows them nothing. */
const stranger = 'user:default/stranger';

const manifest = `# Ask Hedy before you change this.
apiVersion: v1
kind: Secret
metadata: { name: ledger, namespace: pay }
stringData: { password: hunter2 }
---
apiVersion: v1
kind: Service
metadata:
  name: ledger # the public one
  namespace: pay
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
  managedFields: [{ manager: kubectl }]
spec:
  type: LoadBalancer
  ports: [{ port: 443, targetPort: 8443 }]
status: { loadBalancer: {} }
---
apiVersion: v1
kind: Service
metadata: { name: ledger-admin }
spec: { ports: [{ port: 9000 }] }
`;

describe('GET /v1/entities/{kind}/{namespace}/{name}/manifest-service', () => {
  /** The same host under the name by which it plays GitLab. */
  let lab: string;
  const route = '/v1/entities/{kind}/{namespace}/{name}/manifest-service';
  const file = (path: string) =>
    `/github/repos/acme/ledger/contents/${path}?ref=HEAD`;
  let git: Awaited<ReturnType<typeof startGitHost>>;
  let world: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    git = await startGitHost();
    lab = git.host.replace('127.0.0.1', 'localhost');
    world = await startPlugin({
      knex: await databases.init('SQLITE_3'),
      entities: withAnnotations({}),
      policy: (permission, user) => {
        if (user === petra || user === stranger) return undefined;
        return isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE) &&
          user === olga
          ? createExposureConditionalDecision(
              permission,
              exposureConditions.isEntityOwner({
                claims: ['group:default/team-orders'],
              }),
            )
          : { result: AuthorizeResult.DENY };
      },
      isHidden: (_, user) => user === stranger,
      root: {
        integrations: {
          github: [
            {
              host: git.host,
              apiBaseUrl: `http://${git.host}/github`,
              token: 'ghp_local',
            },
          ],
          gitlab: [
            {
              host: lab,
              baseUrl: `http://${lab}`,
              apiBaseUrl: `http://${lab}/api/v4`,
              token: 'glpat-local',
            },
          ],
          bitbucketServer: [{ host: 'bitbucket.acme.example', token: 'local' }],
        },
      },
    });
  });
  beforeEach(() => {
    git.files.clear();
    git.asked.length = 0;
    git.failWith(undefined);
    world.setEntities(
      withAnnotations({
        'backstage.io/source-location': `url:http://${git.host}/acme/ledger/tree/main/`,
      }),
    );
  });
  afterAll(async () => {
    await world.stop();
    await git.stop();
  });

  const ask = async (
    query: Record<string, string> = {},
    user = petra,
    name = 'ledger',
  ) => {
    const response = await request(world.server)
      .get(
        `/api/private-exposure/v1/entities/component/default/${name}/manifest-service`,
      )
      .query({
        path: 'k8s/ledger.yaml',
        serviceName: 'ledger',
        serviceNamespace: 'pay',
        ...query,
      })
      .set('authorization', as(user));
    expectAnswersDocument(response, 'get', route);
    return response;
  };
  const place = { repository: 'acme/ledger', path: 'k8s/ledger.yaml' };

  it('tells the Service alone, without comments and what is beside it', async () => {
    git.files.set(file('k8s/ledger.yaml'), manifest);

    const { status, body, text } = await ask();

    expect(status).toBe(200);
    expect(body).toEqual({
      state: 'found',
      ...place,
      service: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'ledger',
          namespace: 'pay',
          annotations: {
            'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
          },
        },
        spec: {
          type: 'LoadBalancer',
          ports: [{ port: 443, targetPort: 8443 }],
        },
      },
    });
    expect(text).not.toMatch(/hunter2|Hedy|kubectl/);
    expect(git.asked).toEqual([file('k8s/ledger.yaml')]);
  });

  it('finds a Service that leaves its namespace open, and none of another', async () => {
    git.files.set(file('k8s/ledger.yaml'), manifest);

    const open = await ask({ serviceName: 'ledger-admin' });
    const other = await ask({ serviceNamespace: 'billing' });

    expect(open.body).toMatchObject({
      state: 'found',
      service: { metadata: { name: 'ledger-admin' } },
    });
    expect(other.body).toEqual({ state: 'no-service', ...place });
  });

  it('looks below the folder of the entity, on the default branch', async () => {
    const path = 'services/ledger/k8s/ledger.yaml';
    git.files.set(file(path), manifest);
    world.setEntities(
      withAnnotations({
        'backstage.io/source-location': `url:http://${git.host}/acme/ledger/tree/old/services/ledger/`,
      }),
    );

    expect((await ask()).body).toMatchObject({ state: 'found', path });
  });

  it('reads from GitLab, and where an annotation names the project', async () => {
    git.files.set(
      '/api/v4/projects/acme%2Fteam%2Fledger/repository/files/k8s%2Fledger.yaml/raw?ref=HEAD',
      manifest,
    );
    world.setEntities(
      withAnnotations({
        'backstage.io/source-location': `url:http://${lab}/acme/team/ledger/-/tree/main/`,
      }),
    );
    expect((await ask()).body).toMatchObject({
      state: 'found',
      repository: 'acme/team/ledger',
    });

    git.files.set(file('k8s/ledger.yaml'), manifest);
    world.setEntities(
      withAnnotations({ 'github.com/project-slug': 'acme/ledger' }),
    );
    // The first GitHub host of the configuration comes before github.com.
    expect((await ask()).body).toMatchObject({ state: 'found', ...place });
  });

  it('says that there is no such file', async () => {
    expect((await ask()).body).toEqual({ state: 'no-file', ...place });
  });

  it('says that the host did not answer, and keeps to itself what it said', async () => {
    git.failWith(500);

    const { body, text } = await ask();

    expect(body).toEqual({
      state: 'unreadable',
      reason: 'no-answer',
      ...place,
    });
    expect(text).not.toContain('hunter2');
  });

  it('reads no more of a file than people write', async () => {
    const long = `${manifest}# ${'x'.repeat(500_000)}\n`;
    git.files.set(file('k8s/ledger.yaml'), long);

    const reason = 'too-large';
    expect((await ask()).body).toEqual({
      ...{ state: 'unreadable', reason },
      ...place,
    });
  });

  it('asks nobody where nothing leads to a repository', async () => {
    world.setEntities(withAnnotations({}));
    expect((await ask()).body).toEqual({
      state: 'unreadable',
      reason: 'no-repository',
    });

    const folder = 'https://bitbucket.acme.example/projects/acme/repos/ledger';
    world.setEntities(
      withAnnotations({ 'backstage.io/source-location': `url:${folder}` }),
    );
    expect((await ask()).body).toMatchObject({
      state: 'unreadable',
      reason: 'unknown-host',
    });
    expect(git.asked).toEqual([]);
  });

  it.each([
    'https://evil.example/x.yaml',
    '/etc/ledger.yaml',
    'k8s//ledger.yaml',
    'k8s/%2e%2e/ledger.yaml',
    'k8s/ledger.yaml?ref=x.yaml',
    'k8s/ledger.json',
    'k8s/led ger.yaml',
  ])('refuses %s as a path', async path => {
    const { status, body } = await ask({ path });

    expect(status).toBe(400);
    expect(body.error.message).toContain('path');
    expect(git.asked).toEqual([]);
  });

  it('lets pass whom the policy allows to read the exposures of the entity, and nobody else', async () => {
    git.files.set(file('k8s/ledger.yaml'), manifest);

    expect((await ask({}, olga, 'orders')).status).toBe(200);
    git.asked.length = 0;

    expect((await ask({}, olga)).status).toBe(403);
    expect((await ask({}, nobody)).status).toBe(403);
    expect((await ask({}, stranger)).status).toBe(404);
    expect(git.asked).toEqual([]);
  });

  function withAnnotations(annotations: Record<string, string>): Entity[] {
    return demoEntities.map(entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...entity.metadata.annotations, ...annotations },
      },
    }));
  }
});
