import { load } from 'js-yaml';
import { parseClusterProfile } from '../../intents';
import { LintInput } from '../readFile';
import { lintManifests } from '../lintManifests';
import { Rule } from '../createRule';
import { rules } from './allRules';

function profileIn(text: string) {
  const { clusters } = load(text) as { clusters: Record<string, unknown> };
  const [[name, entry]] = Object.entries(clusters);
  return parseClusterProfile(name, entry);
}

function findingsIn({ page }: Rule, content: string) {
  const path = page.path ?? 'page.yaml';
  const file = (text: string): LintInput => ({ path, content: text });
  return lintManifests([file(content)], {
    base: page.before === undefined ? undefined : [file(page.before)],
    domains: page.domains,
    clusterProfile: page.cluster ? profileIn(page.cluster) : undefined,
  });
}

describe('the pages of the rules', () => {
  it.each(rules.map(rule => ({ id: rule.id, rule })))(
    '$id: shows what it finds, and how it is right',
    ({ id, rule }) => {
      const idsIn = (content: string) =>
        findingsIn(rule, content).map(({ ruleId }) => ruleId);
      expect(idsIn(rule.page.bad)).toContain(id);
      expect(idsIn(rule.page.good)).not.toContain(id);
    },
  );

  it.each(rules.map(rule => ({ id: rule.id, rule })))(
    '$id: calls nothing right that has an error',
    ({ rule }) => {
      const findings = findingsIn(rule, rule.page.good);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
    },
  );

  it('are found under ids that no other rule has', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
