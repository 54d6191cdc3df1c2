import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  consumer,
  inspection,
  seen,
  subnet,
} from './__testUtils__/inspections';
import { ruleExamples } from './__testUtils__/ruleExamples';
import { diagnosisRules } from './rules';

describe.each(diagnosisRules.map(rule => ({ rule, id: rule.id })))(
  '$id',
  ({ rule }) => {
    const { noticed, leftAlone } = ruleExamples[rule.id];

    it.each(noticed)('notices $name', example => {
      const found = rule.check(example.inspection);

      expect(found).toHaveLength(1);
      expect(`${found[0].message} ${found[0].remedy}`).toContain(example.says);
      expect(found[0].hopId).toBeDefined();
    });

    it.each(leftAlone)('leaves alone $name', example => {
      expect(rule.check(example.inspection)).toEqual([]);
    });

    it('leaves a service that works alone', () => {
      expect(rule.check(inspection())).toEqual([]);
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
    const shared = ['DiagnosisRule.ts', 'openings.ts', 'rules.ts'];
    const files = readdirSync(__dirname).filter(
      file =>
        file.endsWith('.ts') &&
        !file.endsWith('.test.ts') &&
        !shared.includes(file),
    );

    expect(files).toHaveLength(ids.length);
  });

  it('are each documented with severity, wrong and right', () => {
    const page = readFileSync(
      resolve(__dirname, '../../docs/diagnosis.md'),
      'utf8',
    );
    const sections = page.split(/^## /m).slice(1);
    const titles = sections.map(section => section.split('\n')[0]);

    expect(titles.map(title => title.replaceAll('`', ''))).toEqual(
      diagnosisRules.map(({ id }) => id),
    );
    for (const [index, section] of sections.entries()) {
      expect(section).toContain(`**${diagnosisRules[index].severity}.**`);
      expect(section).toMatch(/\*\*Wrong:\*\* \S/);
      expect(section).toMatch(/\*\*Right:\*\* \S/);
    }
  });
});

describe('subnets of two consumers', () => {
  it('are told apart by zone id, not by zone name', () => {
    const shifted = { ...subnet(1), zoneId: 'euw1-az2' };
    const found = diagnosisRules
      .find(({ id }) => id === 'aws/consumer-zone-not-covered')
      ?.check(
        inspection({
          service: { zoneIds: ['euw1-az1'] },
          consumers: [consumer({ subnets: seen([shifted]) })],
        }),
      );

    expect(found).toHaveLength(1);
  });
});
