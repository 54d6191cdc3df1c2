import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { locateManifest } from './locateManifest';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
      gitea: [{ host: 'gitea.acme.example' }],
    },
  }),
);

function locate(annotations: Record<string, string>, path = 'k8s/ledger.yaml') {
  const metadata = { name: 'ledger', annotations };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata,
  };
  return locateManifest(entity, path, integrations);
}
const at = (source: string, path?: string) =>
  locate({ 'backstage.io/source-location': source }, path);

describe('locateManifest', () => {
  it.each([
    [
      'url:https://github.com/acme/ledger',
      'https://github.com/acme/ledger/blob/HEAD/k8s/ledger.yaml',
    ],
    [
      'url:https://github.com/acme/ledger.git',
      'https://github.com/acme/ledger/blob/HEAD/k8s/ledger.yaml',
    ],
    [
      'url:https://github.com/acme/mono/tree/main/apps/ledger/',
      'https://github.com/acme/mono/blob/HEAD/apps/ledger/k8s/ledger.yaml',
    ],
    [
      'url:https://gitlab.com/acme/team/ledger/-/tree/main/',
      'https://gitlab.com/acme/team/ledger/-/blob/HEAD/k8s/ledger.yaml',
    ],
  ])('finds %s', (source, url) => {
    expect(at(source)).toMatchObject({ url });
  });

  it('escapes what means something in an address', () => {
    expect(
      at('url:https://github.com/acme/ledger/', 'k8s/a+b@c=d.yaml')?.url,
    ).toMatch(/a%2Bb%40c%3Dd\.yaml$/);
  });

  it('knows no address on a host of another kind, and says which repository it is', () => {
    expect(at('url:https://gitea.acme.example/acme/ledger/')).toEqual({
      repository: 'acme/ledger',
      path: 'k8s/ledger.yaml',
      url: undefined,
    });
  });

  it('goes by the source location before the project', () => {
    const slug = { 'github.com/project-slug': 'acme/other' };
    const source = 'url:https://github.com/acme/ledger/';

    expect(locate(slug)).toMatchObject({ repository: 'acme/other' });
    expect(
      locate({ ...slug, 'backstage.io/source-location': source }),
    ).toMatchObject({ repository: 'acme/ledger' });
  });

  it.each([
    'url:https://evil.example/acme/ledger',
    'url:https://github.com@evil.example/acme/ledger',
    'url:https://github.com/acme',
    'url:https://github.com/acme/mono/tree/main/.git/',
    'url:https://github.com/acme/mono/tree/main/a%2F..%2F..%2Fb/',
    'url:not an address',
    'file:/etc',
    'nonsense',
  ])('finds nothing by %s', source => {
    expect(at(source)).toBeUndefined();
  });

  it.each([
    '../x.yaml',
    'a/../../x.yaml',
    './x.yaml',
    '.git/x.yaml',
    '/x.yaml',
    '',
  ])('does not leave the repository for %j', path => {
    expect(at('url:https://github.com/acme/ledger/', path)).toBeUndefined();
  });
});
