import { lintManifests } from './lintManifests';

const KEY = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
const POINTER = `/metadata/annotations/${KEY.replace('/', '~1')}`;

/** What the linter says of a misspelt scheme, with its line. */
const found = (content: string, path = 'a.yaml') =>
  lintManifests([{ path, content }])
    .filter(({ message }) => message.includes('intrnal'))
    .map(({ ruleId, line }) => `${line} ${ruleId}`);

const lines = (...text: string[]) => `${text.join('\n')}\n`;

describe('annotations, wherever they stand', () => {
  it.each([
    'ingressAnnotations',
    'loadBalancerAnnotations',
    'extraAnnotations',
  ])("are found in a chart's %s", holder => {
    expect(
      found(lines('controller:', `  ${holder}:`, `    ${KEY}: intrnal`)),
    ).toEqual(['3 annotation/value']);
  });

  it('are found as text, as charts have them that template it', () => {
    expect(
      found(
        lines(
          'server:',
          '  annotations: |',
          `    # ours`,
          `    ${KEY}: intrnal`,
        ),
      ),
    ).toEqual(['4 annotation/value']);
  });

  it.each([
    ['a map', '/metadata/annotations', `{"${KEY}": "intrnal"}`],
    ['one value', POINTER, '"intrnal"'],
  ])('are found in a patch that adds %s', (_what, path, value) => {
    const patch = `[{"op": "add", "path": "${path}", "value": ${value}}]`;
    expect(found(patch, 'patch.json')).toEqual(['1 annotation/value']);
    expect(
      found(lines('patches:', `  - patch: '${patch}'`), 'kustomization.yaml'),
    ).toEqual(['2 annotation/value']);
  });

  it('are found in a list of patches', () => {
    expect(
      found(
        lines(
          'patchesStrategicMerge:',
          '  - |-',
          '    apiVersion: v1',
          '    kind: Service',
          '    metadata:',
          '      name: payments',
          '      annotations:',
          `        ${KEY}: intrnal`,
        ),
        'kustomization.yaml',
      ),
    ).toEqual(['2 annotation/value']);
  });

  it('are found once where a chart merges them under another name', () => {
    expect(
      found(
        lines(
          'annotations: &ours',
          `  ${KEY}: intrnal`,
          'serviceAnnotations:',
          '  <<: *ours',
        ),
      ),
    ).toEqual(['2 annotation/value']);
  });
});
