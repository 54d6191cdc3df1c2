import type { JsonObject } from '@backstage/types';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  readFolder,
  readTemplate,
  startScaffolder,
  templatesFolder,
  type DryRun,
} from '../__testUtils__/startScaffolder';

/**
 * Golden tests: each case beside a template holds what a person typed (`values.json`), the repositories that the Git
 * host has (`before/`), and what must come out (`after/`): the files of each pull request, and its text.
 */
const cases = [
  { template: 'expose-aws-privatelink', name: 'new-service' },
  { template: 'expose-aws-privatelink', name: 'existing-manifest' },
  { template: 'expose-aws-privatelink', name: 'cloudformation' },
  { template: 'connect-private-service', name: 'catalogued' },
  { template: 'connect-private-service', name: 'partner' },
  { template: 'withdraw-private-exposure', name: 'close' },
  { template: 'withdraw-private-exposure', name: 'remove-service' },
  { template: 'withdraw-private-exposure', name: 'remove-load-balancer' },
];

const shouldUpdate = process.env.POSTERN_UPDATE_EXPECTED !== undefined;

/** Repositories as they were fetched are not part of what comes out. */
const fetched = /^(repository|provider)\//;

async function runCase(folder: string, template: string): Promise<DryRun> {
  const scaffolder = await startScaffolder(resolve(folder, 'before'));
  try {
    const values = await readFile(resolve(folder, 'values.json'), 'utf8');
    return await scaffolder.dryRun(
      await readTemplate(template),
      JSON.parse(values) as JsonObject,
    );
  } finally {
    await scaffolder.stop();
  }
}

function toGolden({ files, output }: DryRun): Record<string, string> {
  const changes = Object.entries(files).filter(([path]) => !fetched.test(path));
  return {
    ...Object.fromEntries(changes),
    'output.json': `${JSON.stringify(output, undefined, 2)}\n`,
  };
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

  it.each(cases)(
    '$template makes the expected files for $name',
    async ({ template, name }) => {
      const folder = resolve(templatesFolder, template, 'expected', name);

      const dryRun = await runCase(folder, template);

      expect(dryRun).toMatchObject({ status: 200, error: undefined });
      const after = resolve(folder, 'after');
      if (shouldUpdate) await replaceFolder(after, toGolden(dryRun));
      expect(toGolden(dryRun)).toEqual(await readFolder(after));
    },
    30_000,
  );
});
