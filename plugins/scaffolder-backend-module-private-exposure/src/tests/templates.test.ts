import type { JsonObject } from '@backstage/types';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import {
  endpointService,
  linkService,
  portalView,
} from '../__testUtils__/portalView';
import {
  readFolder,
  readTemplate,
  startScaffolder,
  templatesFolder,
  type DryRun,
} from '../__testUtils__/startScaffolder';

interface Case {
  template: string;
  name: string;
  /** What the portal sees of the entity; left out, nothing. */
  view?: EntityExposures;
}

interface Titled {
  metadata: { title: string };
}

const endpoint = (number: number) => `vpce-0a1b2c3d4e5f6000${number}`;

/**
 * Golden tests: each case beside a template holds what a person typed (`values.json`), the repositories that the Git
 * host has (`before/`), and what must come out (`after/`): the files of each pull request, and its text.
 */
const cases: Case[] = [
  { template: 'expose-aws-privatelink', name: 'new-service' },
  { template: 'expose-aws-privatelink', name: 'existing-manifest' },
  { template: 'expose-aws-privatelink', name: 'cloudformation' },
  { template: 'connect-private-service', name: 'catalogued' },
  { template: 'connect-private-service', name: 'partner' },
  {
    template: 'withdraw-private-exposure',
    name: 'close',
    view: portalView([
      endpointService('payments', [
        {
          account: '333344445555',
          state: 'connected',
          endpointId: endpoint(1),
        },
        {
          account: '333344445555',
          state: 'connected',
          endpointId: endpoint(2),
        },
        { account: '444455556666', state: 'pending', endpointId: endpoint(3) },
        { account: '444455556666', state: 'rejected', endpointId: endpoint(4) },
      ]),
    ]),
  },
  {
    template: 'withdraw-private-exposure',
    name: 'remove-service',
    view: portalView([
      endpointService('payments', [
        { account: '444455556666', state: 'rejected', endpointId: endpoint(4) },
      ]),
    ]),
  },
  { template: 'withdraw-private-exposure', name: 'remove-load-balancer' },
  { template: 'expose-azure-private-link', name: 'existing-manifest' },
  { template: 'expose-azure-private-link', name: 'new-service' },
  { template: 'connect-azure-private-service', name: 'catalogued' },
  { template: 'connect-azure-private-service', name: 'partner' },
  { template: 'claim-private-exposure', name: 'existing' },
  { template: 'claim-private-exposure', name: 'new-component' },
  { template: 'publish-aws-cloudfront', name: 'existing-manifest' },
  { template: 'publish-aws-cloudfront', name: 'cloudformation' },
  { template: 'publish-aws-cloudfront', name: 'public-entrance' },
  { template: 'prepare-aws-entrance', name: 'terraform' },
  { template: 'prepare-aws-entrance', name: 'cloudformation' },
  { template: 'migrate-aws-vpc-origin', name: 'create-vpc-origin' },
  { template: 'migrate-aws-vpc-origin', name: 'switch-origin' },
  { template: 'migrate-aws-vpc-origin', name: 'remove-entrance' },
  { template: 'withdraw-aws-cloudfront', name: 'remove-distribution' },
  { template: 'withdraw-aws-cloudfront', name: 'remove-way' },
  { template: 'expose-aws-load-balancer', name: 'existing-manifest' },
  { template: 'expose-aws-load-balancer', name: 'new-service' },
  { template: 'expose-aws-load-balancer', name: 'shared-load-balancer' },
  { template: 'prepare-aws-cluster', name: 'terraform' },
  { template: 'prepare-aws-cluster', name: 'cloudformation' },
  { template: 'withdraw-aws-load-balancer', name: 'lift-protection' },
  { template: 'withdraw-aws-load-balancer', name: 'remove-load-balancer' },
  { template: 'publish-azure-front-door', name: 'default-name' },
  { template: 'publish-azure-front-door', name: 'own-domain' },
  {
    template: 'withdraw-azure-exposure',
    name: 'close',
    view: portalView([
      linkService('payments', [
        {
          account: '0a1b2c3d-0000-4000-8000-00000000000b',
          state: 'connected',
        },
      ]),
    ]),
  },
  { template: 'withdraw-azure-exposure', name: 'remove-front-door' },
  {
    template: 'withdraw-azure-exposure',
    name: 'remove-load-balancer',
    view: portalView([linkService('payments', [])]),
  },
];

const shouldUpdate = process.env.POSTERN_UPDATE_EXPECTED !== undefined;

/** Repositories as they were fetched are not part of what comes out. */
const fetched = /^(repository|provider)\//;

async function runCase(
  folder: string,
  { template, view }: Case,
  typed: JsonObject = {},
): Promise<DryRun> {
  const scaffolder = await startScaffolder(resolve(folder, 'before'), view);
  try {
    const values = await readFile(resolve(folder, 'values.json'), 'utf8');
    return await scaffolder.dryRun(await readTemplate(template), {
      ...(JSON.parse(values) as JsonObject),
      ...typed,
    });
  } finally {
    await scaffolder.stop();
  }
}

/** Each run draws an id of its own. */
const withoutRequestId = (text: string) =>
  text.replace(/(Private exposure request )[0-9a-f-]{36}/g, '$1<request-id>');

function toGolden({ files, output }: DryRun): Record<string, string> {
  const changes = Object.entries(files).filter(([path]) => !fetched.test(path));
  const golden = {
    ...Object.fromEntries(changes),
    'output.json': `${JSON.stringify(output, undefined, 2)}\n`,
  };
  return Object.fromEntries(
    Object.entries(golden).map(([path, text]) => [
      path,
      withoutRequestId(text),
    ]),
  );
}

async function replaceFolder(folder: string, files: Record<string, string>) {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(resolve(folder, path)), { recursive: true });
    await writeFile(resolve(folder, path), text);
  }
}

describe('templates', () => {
  it('have all of their cases in the list above', async () => {
    const found: string[] = [];
    for (const template of new Set(cases.map(item => item.template))) {
      const folder = resolve(templatesFolder, template, 'expected');
      for (const name of await readdir(folder))
        found.push(`${template}/${name}`);
    }

    expect(found.sort()).toEqual(
      cases.map(({ template, name }) => `${template}/${name}`).sort(),
    );
  });

  it('are called by their titles in the texts of pull requests', async () => {
    const names = await readdir(templatesFolder, { withFileTypes: true });
    const forms = await Promise.all(
      names
        .filter(entry => entry.isDirectory())
        .map(({ name }) => readTemplate(name)),
    );
    const known = [
      ...forms.map(form => (form as Titled).metadata.title),
      // The tab of an entity's page.
      'Private exposure',
    ];
    const called = await Promise.all(
      cases.map(async ({ template, name }) => {
        const { 'output.json': output = '' } = await readFolder(
          resolve(templatesFolder, template, 'expected', name, 'after'),
        );
        const [, description = ''] = /"content": "(.*)"/.exec(output) ?? [];
        return [...description.matchAll(/[^*]\*([A-Z][^*]+)\*[^*]/g)];
      }),
    );
    const mentioned = called.flat().map(([, title]) => title);

    expect(mentioned.length).toBeGreaterThan(10);
    expect(mentioned.filter(title => !known.includes(title))).toEqual([]);
  });

  it.each(cases)(
    '$template makes the expected files for $name',
    async testCase => {
      const { template, name } = testCase;
      const folder = resolve(templatesFolder, template, 'expected', name);

      const dryRun = await runCase(folder, testCase);

      expect(dryRun).toMatchObject({ status: 200, error: undefined });
      const after = resolve(folder, 'after');
      if (shouldUpdate) await replaceFolder(after, toGolden(dryRun));
      expect(toGolden(dryRun)).toEqual(await readFolder(after));
    },
    30_000,
  );

  it.each(cases.filter(({ name }) => /existing|partner|close/.test(name)))(
    '$template takes another repository only as the answer to its question, which is checked',
    async testCase => {
      const { template, name } = testCase;
      const folder = resolve(templatesFolder, template, 'expected', name);
      const repoUrl = 'https://git.evil.example/acme/secrets';

      const unasked = await runCase(folder, testCase, {
        place: 'own',
        repoUrl,
      });
      const asked = await runCase(folder, testCase, {
        place: 'other',
        repoUrl,
      });

      expect(toGolden(unasked)).toEqual(
        await readFolder(resolve(folder, 'after')),
      );
      expect(asked.error).toContain(repoUrl);
    },
    30_000,
  );
});
