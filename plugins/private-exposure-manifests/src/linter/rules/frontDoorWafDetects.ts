import { createRule } from '../createRule';
import { exampleFrontDoor } from './frontDoorExamples';

/** A firewall that stops nothing. @internal */
export const frontDoorWafDetects = createRule({
  id: 'infrastructure/front-door-waf-detects',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary: 'A firewall policy writes down what it finds, and stops nothing.',
    why: 'In detection mode every request passes and what it would have stopped is only logged. That is for the days in which its rules are tried out. A policy that is disabled does not even log.',
    bad: exampleFrontDoor({ mode: 'Detection' }),
    good: exampleFrontDoor({}),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/web-application-firewall/afds/afds-overview#waf-modes',
  },
  check(target, report) {
    for (const { value, mode, disabled } of target.firewalls) {
      const detects = /^detection$/i.test(mode?.value ?? '') ? mode : undefined;
      const at = disabled ?? detects;
      if (!at) continue;
      report({
        at,
        message: disabled
          ? `The firewall policy ${value} is switched off`
          : `The firewall policy ${value} only writes down what it finds`,
        remedy: disabled ? 'Enable it.' : 'Set its mode to Prevention.',
        evidence: [{ label: disabled ? 'enabled' : 'mode', value: at.value }],
      });
    }
  },
});
