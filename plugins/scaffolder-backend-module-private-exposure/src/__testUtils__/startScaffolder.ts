import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import request from 'supertest';
import { parse } from 'yaml';
import { scaffolderModulePrivateExposure } from '../module';
import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import { config, entities, GIT_HOST } from './demoWorld';
import { portalView, privateExposureBackend } from './portalView';

/** What the scaffolder answers to a dry run. */
export interface DryRun {
  /** HTTP status; 200 when every step ran. */
  status: number;
  /** The workspace after the last step: path to text. */
  files: Record<string, string>;
  /** What the template put out. */
  output: JsonObject;
  /** The error's message when a step failed. */
  error?: string;
}

/** A Git host with one folder per repository under `root`, as the URL reader sees it. */
function repositoriesIn(root: string) {
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () =>
      mockServices.urlReader.mock({
        async readTree(url) {
          const { host, pathname } = new URL(url);
          const folder = resolve(root, `.${pathname}`);
          if (host !== GIT_HOST || !(await isFolder(folder))) {
            throw new NotFoundError(`No repository at ${url}`);
          }
          return {
            etag: 'main',
            archive: async () => {
              throw new Error('Archives are not read');
            },
            async dir(options) {
              const targetDir = options?.targetDir ?? folder;
              await cp(folder, targetDir, { recursive: true });
              return targetDir;
            },
            files: async () => [],
          };
        },
      }),
  });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}

/**
 * A whole scaffolder backend with our module, the stock actions, and repositories from a folder.
 *
 * @param view - what the private exposure backend says of every entity
 * @param settings - keys of `privateExposure` besides those of the demo
 */
export async function startScaffolder(
  root: string,
  view: EntityExposures = portalView([]),
  settings: JsonObject = {},
) {
  const privateExposure = { ...config.privateExposure, ...settings };
  const backend: TestBackend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      scaffolderModulePrivateExposure,
      privateExposureBackend({ view: () => view }),
      catalogServiceMock.factory({ entities }),
      repositoriesIn(root),
      mockServices.rootConfig.factory({ data: { ...config, privateExposure } }),
    ],
  });

  return {
    /** Runs a template's steps in the engine's dry run. */
    async dryRun(template: unknown, values: JsonObject): Promise<DryRun> {
      const response = await request(backend.server)
        .post('/api/scaffolder/v2/dry-run')
        .send({ template, values, directoryContents: [] });
      const { directoryContents = [], output = {} } = response.body;
      return {
        status: response.status,
        files: Object.fromEntries(
          directoryContents.map(
            (file: { path: string; base64Content: string }) => [
              file.path,
              Buffer.from(file.base64Content, 'base64').toString('utf8'),
            ],
          ),
        ),
        output,
        error:
          response.body.error?.message ??
          response.body.errors
            ?.map((error: { stack: string }) => error.stack)
            .join('\n'),
      };
    },
    async stop() {
      await backend.stop();
    },
  };
}

/** The repository's `templates/` folder. */
export const templatesFolder = resolve(__dirname, '../../../../templates');

/** Reads a template as the catalog would. */
export async function readTemplate(name: string): Promise<unknown> {
  const path = resolve(templatesFolder, name, 'template.yaml');
  return parse(await readFile(path, 'utf8'));
}

/** Every file under a folder: path to text. */
export async function readFolder(
  folder: string,
): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter(item => item.isFile())
    .map(item => resolve(item.parentPath, item.name))
    .sort();
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, index) => [path.slice(folder.length + 1), texts[index]]),
  );
}
