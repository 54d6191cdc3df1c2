import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootConfigServiceFactory } from '@backstage/backend-defaults/rootConfig';
import { type RootConfigService } from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';

const root = resolve(__dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'real-aws-config-'));
const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8');
const [, override] =
  /```yaml\n# app-config\.local\.yaml\n([\s\S]*?)```/.exec(page) ?? [];
const [command] =
  /^yarn --cwd packages\/backend start --config.*$/m.exec(page) ?? [];

/** As the documented command reads it, with the documented file. */
function load(): Promise<RootConfigService> {
  const argv = (command ?? '')
    .split(' ')
    .filter(word => word.endsWith('.yaml'))
    .map(file => file.replace('../..', root))
    .map(file =>
      file.endsWith('app-config.local.yaml')
        ? join(folder, 'app-config.local.yaml')
        : file,
    )
    .flatMap(file => ['--config', file]);
  return ServiceFactoryTester.from(
    rootConfigServiceFactory({ argv, watch: false }),
  ).getSubject();
}

describe('the documented file for real AWS, on top of app-config.yaml', () => {
  const before = process.env;
  beforeAll(() => {
    writeFileSync(join(folder, 'app-config.local.yaml'), override ?? '');
    process.env = Object.fromEntries(
      Object.entries(before).filter(([name]) => !name.startsWith('POSTERN_')),
    );
  });
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('leaves no address of the sandbox, and none of its keys', async () => {
    const text = JSON.stringify((await load()).get());

    // The portal's own ports stay.
    expect(text).toContain('http://localhost:7007');
    expect(text).not.toMatch(/:707\d|sandbox|postern-demo/i);
  });

  it('names the one account, which the portal’s own identity enters', async () => {
    const config = await load();

    expect(
      config
        .getConfigArray('privateExposure.aws.accounts')
        .map(account => account.getString('accountId')),
    ).toEqual(['123456789012']);
    expect(config.has('aws.mainAccount')).toBe(false);
    expect(config.getString('aws.accountDefaults.roleName')).toBe('Postern');
    // In the unit of the demo's, or the two would add up.
    expect(config.get('privateExposure.observation')).toEqual({
      frequency: { seconds: 120 },
      activeFrequency: { seconds: 15 },
    });
  });

  it('leaves nothing of the demo’s clouds, and only its people in the catalog', async () => {
    const config = await load();

    const exposure = config.getConfig('privateExposure');
    for (const key of ['azure', 'accountNames', 'clusters', 'costs']) {
      expect([key, exposure.has(key)]).toEqual([key, false]);
    }
    expect(exposure.has('claims.namespaceOwners')).toBe(false);
    expect(config.getConfigArray('integrations.github')).toEqual([]);
    const targets = config
      .getConfigArray('catalog.locations')
      .map(location => location.getString('target'));
    expect(targets).toEqual(['../../packages/backend/catalog/org.yaml']);
    expect(() =>
      readFileSync(resolve(root, 'packages/backend', targets[0])),
    ).not.toThrow();
  });
});
