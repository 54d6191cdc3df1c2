import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';

/** Both controllers know one value of this annotation. @internal */
export const proxyProtocolValue = createRule({
  id: 'aws/proxy-protocol-value',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-proxy-protocol');
    if (!node || node.value === '*') return;
    report({
      at: node,
      message: `'${node.value}' is not a value of '${node.key}'; the only one is '*'`,
      remedy: `Write "*" to switch the PROXY protocol on for all ports, or remove the annotation.`,
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
