import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import { setTimeout as wait } from 'node:timers/promises';
import { createDemoMount, startSandbox, type DemoMount } from 'sandbox';
import request from 'supertest';
import { scaffolderModulePrivateExposure } from '../module';
import { config, entities } from './demoWorld';
import { demoClusters } from './demoClusters';
import { privateExposureBackend } from './portalView';
import { readTemplate } from './startScaffolder';

/** The demo's Git token. */
const TOKEN = 'postern-demo-token';

/** How long a template's run may take, in milliseconds. */
const RUN_LIMIT = 60_000;

/** A pull request that a run opened. */
export interface OpenedPullRequest {
  /** Address on the Git host. */
  url: string;
  /** Its text. */
  body: string;
}

/** What became of a template's run. */
export interface TemplateRun {
  status: string;
  output: { links?: { title: string; url: string }[] } & JsonObject;
  /** What the steps logged, errors included. */
  log: string;
}

function configFor(gitUrl: string, clusters: object = {}) {
  const { host } = new URL(gitUrl);
  return {
    ...config,
    backend: { reading: { allow: [{ host }] } },
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${gitUrl}/api/v3`,
          rawBaseUrl: `${gitUrl}/raw`,
          token: TOKEN,
        },
      ],
    },
    privateExposure: { clusters: { ...demoClusters, ...clusters } },
  };
}

function entitiesFor(gitUrl: string): Entity[] {
  return entities.map(entity => {
    const annotations = {
      'backstage.io/source-location': `url:${gitUrl}/acme/${entity.metadata.name}/tree/main/`,
    };
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  });
}

/**
 * The demo world with its Git host, and a portal on it: the real scaffolder with its URL reader, the stock actions and
 * ours. Servers listen on any free port. The private exposure backend is played: it shows what a test says.
 */
export async function startPortal(options: {
  view: () => EntityExposures;
  /** Cluster profiles besides the demo's, or instead of them. */
  clusters?: object;
}) {
  let mount: DemoMount | undefined;
  const sandbox = await startSandbox({
    mounts: {
      git: async context => {
        mount = await createDemoMount()(context);
        return mount;
      },
    },
  });
  const gitUrl = sandbox.urls.git;
  const changes: JsonValue[] = [];
  const templates = await Promise.all(
    [
      'expose-aws-privatelink',
      'connect-private-service',
      'withdraw-private-exposure',
      'expose-azure-private-link',
      'connect-azure-private-service',
      'publish-aws-cloudfront',
      'prepare-aws-entrance',
      'migrate-aws-vpc-origin',
      'withdraw-aws-cloudfront',
      'expose-aws-load-balancer',
      'prepare-aws-cluster',
      'withdraw-aws-load-balancer',
      'publish-azure-front-door',
      'withdraw-azure-exposure',
    ].map(readTemplate),
  );
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      scaffolderModulePrivateExposure,
      privateExposureBackend({
        view: options.view,
        onChange: change => changes.push(change as JsonValue),
      }),
      catalogServiceMock.factory({
        entities: [...entitiesFor(gitUrl), ...(templates as Entity[])],
      }),
      mockServices.urlReader.factory(),
      mockServices.rootConfig.factory({
        data: configFor(gitUrl, options.clusters),
      }),
    ],
  });
  const tasks = '/api/scaffolder/v2/tasks';

  async function readRun(id: string, status: string): Promise<TemplateRun> {
    const { body: events } = await request(backend.server).get(
      `${tasks}/${id}/events`,
    );
    const completion = events.find(
      ({ type }: { type: string }) => type === 'completion',
    );
    return {
      status,
      output: completion?.body.output ?? {},
      log: events
        .map((event: { body: JsonObject }) => event.body.message)
        .join('\n'),
    };
  }

  return {
    world: sandbox.world,
    /** Azure's side of the world. */
    azure: sandbox.azure,
    /** What the templates wanted followed, in order. */
    changes,

    /** Runs a template as a person would, to its end. */
    async run(name: string, values: JsonObject): Promise<TemplateRun> {
      const { body, status } = await request(backend.server)
        .post(tasks)
        .send({ templateRef: `template:default/${name}`, values });
      if (status !== 201) throw new Error(JSON.stringify(body));
      for (const end = Date.now() + RUN_LIMIT; Date.now() < end; ) {
        const { body: task } = await request(backend.server).get(
          `${tasks}/${body.id}`,
        );
        if (!['open', 'processing'].includes(task.status))
          return readRun(body.id, task.status);
        await wait(50);
      }
      throw new Error(`The run of ${name} did not end`);
    },

    /** Merges a pull request through the Git host's API, and lets the pipelines and the cloud do their work. */
    async merge(url: string): Promise<OpenedPullRequest> {
      const { pathname } = new URL(url);
      const [, owner, repository, , number] = pathname.split('/');
      const pull = `${gitUrl}/api/v3/repos/${owner}/${repository}/pulls/${number}`;
      const headers = { Authorization: `Bearer ${TOKEN}` };
      const { body } = await (await fetch(pull, { headers })).json();
      const merged = await fetch(`${pull}/merge`, { method: 'PUT', headers });
      if (!merged.ok) throw new Error(await merged.text());
      await mount?.deployments.settled();
      sandbox.clock.advance(120_000);
      return { url, body };
    },

    async stop() {
      await backend.stop();
      await sandbox.stop();
    },
  };
}
