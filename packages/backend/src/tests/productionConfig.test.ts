import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootConfigServiceFactory } from '@backstage/backend-defaults/rootConfig';
import { type RootConfigService } from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import { type JsonValue } from '@backstage/types';
import { parse } from 'yaml';

const root = resolve(__dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'production-config-'));
const app = join(folder, 'github-app.yaml');
/** What an installation sets. */
const environment = {
  ORGANIZATION_NAME: 'Example',
  PORTAL_URL: 'https://portal.acme.example',
  POSTGRES_HOST: 'postgres.acme.example',
  POSTGRES_USER: 'backstage',
  POSTGRES_PASSWORD: 'secret',
  GITHUB_APP_CREDENTIALS_FILE: app,
  AWS_EXTERNAL_ID: 'external',
  AWS_ACCOUNT_ID: '111122223333',
};

/** As the image's own command line reads it. */
function load(): Promise<RootConfigService> {
  const argv = ['app-config.yaml', 'app-config.production.yaml'].flatMap(
    file => ['--config', join(root, file)],
  );
  return ServiceFactoryTester.from(
    rootConfigServiceFactory({ argv, watch: false }),
  ).getSubject();
}

/** The path of every value; a list is one value, because a later file replaces it as a whole. */
function pathsOf(value: JsonValue | undefined, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [path.join('.')];
  return Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...path, key]),
  );
}

describe('app-config.production.yaml, on top of app-config.yaml', () => {
  const before = process.env;
  beforeAll(() => {
    writeFileSync(app, 'appId: 1\n');
    const inherited = Object.entries(before).filter(
      ([name]) => !name.startsWith('POSTERN_'),
    );
    process.env = { ...Object.fromEntries(inherited), ...environment };
  });
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('has no address of this machine, and none of the sandbox’s keys', async () => {
    const text = JSON.stringify((await load()).get());

    expect(text).toContain('https://portal.acme.example');
    expect(text).not.toMatch(/localhost|127\.\d|\[?::1\b|sandbox/i);
  });

  it('has no sign-in without a password, and no database that forgets', async () => {
    const config = await load();

    expect(config.getString('auth.environment')).toBe('production');
    expect(config.getConfig('auth.providers').keys()).toEqual([]);
    expect(config.getString('backend.database.client')).toBe('pg');
    expect(config.has('aws.mainAccount')).toBe(false);
    expect(config.getBoolean('permission.enabled')).toBe(true);
  });

  it('lets pages connect to the portal and over TLS only', async () => {
    const csp = (await load()).getConfig('backend.csp');

    expect(csp.getStringArray('connect-src')).toEqual(["'self'", 'https:']);
    // Left to the framework, which asks browsers to upgrade.
    expect(csp.has('upgrade-insecure-requests')).toBe(false);
  });

  it('takes over from the demo how the portal looks and what plugins may do, and nothing else', async () => {
    const own = pathsOf(
      parse(readFileSync(join(root, 'app-config.production.yaml'), 'utf8')),
    );

    const takenOver = pathsOf((await load()).get()).filter(
      path => !own.includes(path),
    );

    expect(takenOver).toEqual([
      'app.title',
      'app.packages',
      'app.extensions',
      'backend.cors.methods',
      'backend.cors.credentials',
      'backend.actions.pluginSources',
      'catalog.rules',
      'permission.enabled',
      'scaffolder.concurrentTasksLimit',
    ]);
  });

  it('looks at clouds, claims and pull requests as often as it says', async () => {
    const exposure = (await load()).getConfig('privateExposure');

    expect(exposure.get('observation')).toEqual({
      frequency: { seconds: 120 },
      activeFrequency: { seconds: 15 },
    });
    expect(exposure.get('claims')).toEqual({ frequency: { seconds: 60 } });
    expect(exposure.get('changes')).toEqual({ pollInterval: { seconds: 60 } });
  });

  it('asks for variables that the documentation explains', () => {
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    const page = read('docs/operating.md');

    const asked = [
      ...read('app-config.production.yaml').matchAll(/\$\{(\w+)/g),
    ].map(([, name]) => name);

    expect(asked).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(asked.filter(name => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
