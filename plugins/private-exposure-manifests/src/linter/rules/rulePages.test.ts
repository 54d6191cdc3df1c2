import { clusterProfileSchema } from '../../intents/clusterProfile';
import { lintManifests } from '../lintManifests';
import { rules } from './allRules';

const clusterProfile = clusterProfileSchema.parse({
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: '111122223333',
  region: 'eu-west-1',
});

function idsIn(content: string, path = 'page.yaml'): string[] {
  const plain = lintManifests([{ path, content }]);
  const inCluster = lintManifests([{ path, content }], { clusterProfile });
  return [...plain, ...inCluster].map(({ ruleId }) => ruleId);
}

const pages = rules.flatMap(({ id, page }) => (page ? [{ id, page }] : []));

describe('the pages of the rules', () => {
  it.each(pages)(
    '$id: shows what it finds, and how it is right',
    ({ id, page }) => {
      expect(idsIn(page.bad, page.path)).toContain(id);
      expect(idsIn(page.good, page.path)).not.toContain(id);
    },
  );

  it.each(pages)('$id: calls nothing right that has an error', ({ page }) => {
    const findings = lintManifests([
      { path: page.path ?? 'page.yaml', content: page.good },
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are found under ids whose second part is the name of a file', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
