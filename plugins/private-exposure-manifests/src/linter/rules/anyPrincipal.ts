import { createRule } from '../createRule';

/** With `*` every AWS account may ask to connect. @internal */
export const anyPrincipal = createRule({
  id: 'infrastructure/any-principal',
  severity: 'warning',
  reads: 'endpoint-service',
  check(target, report) {
    const isOpen = target.withoutAcceptance.length > 0;
    for (const principal of target.principals.filter(
      ({ value }) => value === '*',
    )) {
      report({
        at: principal,
        severity: isOpen ? 'error' : 'warning',
        message: isOpen
          ? 'Any AWS account can connect, and nobody is asked'
          : 'Any AWS account may ask to connect; only the acceptance stands between',
        remedy: 'Name the accounts that are meant, one grant each.',
        evidence: [{ label: 'principal', value: principal.value }],
      });
    }
  },
});
