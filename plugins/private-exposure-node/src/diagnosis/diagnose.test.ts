import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { diagnose, markHops } from './diagnose';
import type { DiagnosisRule } from './DiagnosisRule';

const rule = (
  id: string,
  is: Pick<DiagnosisRule<string>, 'severity' | 'breaksTraffic'>,
): DiagnosisRule<string> => ({
  id,
  ...is,
  check: inspection =>
    inspection.includes(id)
      ? [{ message: `${id} is wrong`, remedy: 'Mend it.', hopId: id }]
      : [],
});
const rules = [
  rule('tag', { severity: 'info', breaksTraffic: false }),
  rule('door', { severity: 'error', breaksTraffic: true }),
];
const hop = (id: string, health: Hop['health']): Hop => ({
  id,
  type: 'load-balancer',
  title: id,
  health,
});

describe('diagnose', () => {
  it('says what each rule noticed, the gravest first', () => {
    expect(diagnose('tag and door', rules)).toEqual([
      {
        ruleId: 'door',
        severity: 'error',
        message: 'door is wrong',
        remedy: 'Mend it.',
        hopId: 'door',
      },
      expect.objectContaining({ ruleId: 'tag', severity: 'info' }),
    ]);
    expect(diagnose('nothing', rules)).toEqual([]);
  });
});

describe('markHops', () => {
  const findings = diagnose('tag and door', rules);

  it('degrades a hop that looks well, only where traffic suffers', () => {
    const hops = [hop('tag', 'ok'), hop('door', 'ok')];

    expect(markHops(hops, findings, rules)).toEqual([
      hop('tag', 'ok'),
      { ...hop('door', 'degraded'), reason: 'door is wrong' },
    ]);
  });

  it('leaves a hop alone that is worse already, or not known', () => {
    const hops = [hop('door', 'failing'), hop('door', 'unknown')];

    expect(markHops(hops, findings, rules)).toEqual(hops);
  });
});
