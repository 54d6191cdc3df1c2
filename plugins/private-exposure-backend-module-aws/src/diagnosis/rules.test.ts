import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DiagnosisRule } from '@postern/backstage-plugin-private-exposure-node';
import { distribution } from '../distribution/diagnosis/__testUtils__/inspections';
import { ruleExamples as distributionExamples } from '../distribution/diagnosis/__testUtils__/ruleExamples';
import { diagnosisRules as distributionRules } from '../distribution/diagnosis/rules';
import {
  consumer,
  inspection,
} from '../endpointService/diagnosis/__testUtils__/inspections';
import { ruleExamples as serviceExamples } from '../endpointService/diagnosis/__testUtils__/ruleExamples';
import { diagnosisRules as serviceRules } from '../endpointService/diagnosis/rules';
import { alone } from '../loadBalancer/diagnosis/__testUtils__/inspections';
import { ruleExamples as loadBalancerExamples } from '../loadBalancer/diagnosis/__testUtils__/ruleExamples';
import { diagnosisRules as loadBalancerRules } from '../loadBalancer/diagnosis/rules';
import { seen, subnet } from './__testUtils__/parts';
import type { RuleExamples } from './__testUtils__/RuleExamples';

testRules('an endpoint service', {
  rules: serviceRules,
  examples: serviceExamples,
  fine: inspection(),
});
testRules('a load balancer', {
  rules: loadBalancerRules,
  examples: loadBalancerExamples,
  fine: alone(),
});
testRules('a distribution', {
  rules: distributionRules,
  examples: distributionExamples,
  fine: distribution(),
});

function testRules<Inspection>(
  kind: string,
  options: {
    rules: readonly DiagnosisRule<Inspection>[];
    examples: RuleExamples<Inspection>;
    /** On which nothing is wrong. */
    fine: Inspection;
  },
): void {
  const { rules, examples, fine } = options;
  const tested = rules.filter(({ id }) => id in examples);

  describe.each(tested.map(rule => ({ rule, id: rule.id })))(
    `$id of ${kind}`,
    ({ rule }) => {
      const { noticed, leftAlone } = examples[rule.id];

      it.each(noticed)('notices $name', example => {
        const found = rule.check(example.inspection);

        expect(found).toHaveLength(1);
        expect(`${found[0].message} ${found[0].remedy}`).toContain(
          example.says,
        );
        expect(found[0].hopId).toBeDefined();
      });

      if (leftAlone.length > 0) {
        it.each(leftAlone)('leaves alone $name', example => {
          expect(rule.check(example.inspection)).toEqual([]);
        });
      }
    },
  );

  describe(`the rules of ${kind}`, () => {
    it('leave one that works alone', () => {
      expect(rules.flatMap(rule => rule.check(fine))).toEqual([]);
    });

    it('have ids of their own, and examples of nothing else', () => {
      const ids = rules.map(({ id }) => id);

      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(Object.keys(examples)));
    });
  });
}

describe('the rules', () => {
  const rules = [...serviceRules, ...loadBalancerRules, ...distributionRules];
  const ids = [...new Set(rules.map(({ id }) => id))];

  it('have an example each', () => {
    const examples = Object.keys({
      ...serviceExamples,
      ...loadBalancerExamples,
      ...distributionExamples,
    });

    expect(examples.sort()).toEqual([...ids].sort());
  });

  it('are each in a list, one for each file', () => {
    const shared = [
      'DiagnosisRule.ts',
      'filteredOpenings.ts',
      'letInFacts.ts',
      'networkOpenings.ts',
      'noticeExpiry.ts',
      'noticeRoles.ts',
      'openings.ts',
      'permissionMissing.ts',
      'pointAt.ts',
      'rules.ts',
    ];
    const folders = ['.', 'endpointService', 'loadBalancer', 'distribution'];
    const files = folders
      .flatMap(folder =>
        readdirSync(resolve(__dirname, '..', folder, 'diagnosis')),
      )
      .filter(
        file =>
          file.endsWith('.ts') &&
          !file.endsWith('.test.ts') &&
          !shared.includes(file),
      );

    expect(files).toHaveLength(new Set<unknown>(rules).size);
  });

  it('are each documented with severity, wrong and right', () => {
    const page = readFileSync(
      resolve(__dirname, '../../docs/diagnosis.md'),
      'utf8',
    );
    const sections = page.split(/^## /m).slice(1);
    const titles = sections.map(section => section.split('\n')[0]);

    expect(titles.map(title => title.replaceAll('`', ''))).toEqual(ids);
    for (const [index, section] of sections.entries()) {
      const rule = rules.find(({ id }) => id === ids[index]);
      expect(section).toContain(`**${rule?.severity}.**`);
      expect(section).toMatch(/\*\*Wrong:\*\* \S/);
      expect(section).toMatch(/\*\*Right:\*\* \S/);
    }
  });
});

describe('subnets of two consumers', () => {
  it('are told apart by zone id, not by zone name', () => {
    const shifted = { ...subnet(1), zoneId: 'euw1-az2' };
    const found = serviceRules
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
