import { createRule } from '../createRule';

/** Destroying an accepter rejects the connection that it accepted, live or not. @internal */
export const accepterResource = createRule({
  id: 'infrastructure/accepter-resource',
  severity: 'warning',
  reads: 'endpoint-service',
  check(target, report) {
    for (const accepter of target.accepters) {
      report({
        at: accepter,
        message: `${accepter.value} rejects a live connection when it is destroyed or replaced`,
        remedy:
          'Leave acceptance to the inbox, and remove the resource from the state without destroying it.',
        evidence: [{ label: 'resource', value: accepter.value }],
      });
    }
  },
});
