import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { frontDoor, linkResource, service } from './__testUtils__/inspections';
import { ruleExamples } from './__testUtils__/ruleExamples';
import { diagnosisRules } from './rules';

describe.each(diagnosisRules.map(rule => ({ rule, id: rule.id })))(
  '$id',
  ({ rule }) => {
    const { noticed, leftAlone } = ruleExamples[rule.id];
    const fine = [
      { name: 'a private link service that works', inspection: service() },
      { name: 'a Front Door that works', inspection: frontDoor() },
      { name: 'a web app that works', inspection: linkResource() },
    ];

    it.each(noticed)('notices $name', example => {
      const found = rule.check(example.inspection);

      expect(found).toHaveLength(1);
      expect(`${found[0].message} ${found[0].remedy}`).toContain(example.says);
      expect(found[0].hopId).toBeDefined();
      expect(found[0].evidence).not.toEqual([]);
    });

    it.each([...leftAlone, ...fine])('leaves alone $name', example => {
      expect(rule.check(example.inspection)).toEqual([]);
    });
  },
);

describe('the rules', () => {
  const ids = diagnosisRules.map(({ id }) => id);

  it('have ids of their own and an example for each', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(ruleExamples).sort()).toEqual([...ids].sort());
  });

  it('are each in the list, one for each file', () => {
    const shared = ['DiagnosisRule.ts', 'checks.ts', 'rules.ts'];
    const files = readdirSync(__dirname).filter(
      file =>
        file.endsWith('.ts') &&
        !file.endsWith('.test.ts') &&
        !shared.includes(file),
    );

    expect(files).toHaveLength(ids.length);
  });

  it('are each documented with severity, source, wrong and right', () => {
    const page = readFileSync(
      resolve(__dirname, '../../docs/diagnosis.md'),
      'utf8',
    );
    const sections = page.split(/^## /m).slice(1);
    const titles = sections.map(section => section.split('\n')[0]);

    expect(titles.map(title => title.replaceAll('`', ''))).toEqual(ids);
    for (const [index, section] of sections.entries()) {
      const text = section.replace(/\s+/g, ' ');
      expect(text).toContain(`**${diagnosisRules[index].severity}.**`);
      expect(text).toContain(`Source: ${diagnosisRules[index].source}.`);
      expect(text).toMatch(/\*\*Wrong:\*\* \S/);
      expect(text).toMatch(/\*\*Right:\*\* \S/);
    }
  });
});
