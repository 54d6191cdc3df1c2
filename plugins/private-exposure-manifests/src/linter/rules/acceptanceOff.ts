import { createRule } from '../createRule';

/** Connections come up without a decision (Checkov CKV_AWS_123). @internal */
export const acceptanceOff = createRule({
  id: 'infrastructure/acceptance-off',
  severity: 'warning',
  reads: 'endpoint-service',
  check(target, report) {
    for (const service of target.withoutAcceptance) {
      report({
        at: service,
        message: `${service.value} takes every connection of a granted principal without asking`,
        remedy: 'Require acceptance, and let the inbox or a rule decide.',
        evidence: [{ label: 'acceptance required', value: 'false' }],
      });
    }
  },
});
