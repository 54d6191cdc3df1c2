import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootConfigServiceFactory } from '@backstage/backend-defaults/rootConfig';
import { type RootConfigService } from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';

const root = resolve(__dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'production-config-'));
const app = join(folder, 'github-app.yaml');
/** What an installation sets. */
const environment = {
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
});
