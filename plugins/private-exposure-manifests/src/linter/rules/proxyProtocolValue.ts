import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { annotationOf } from '../targets/ServiceTarget';

/** Both controllers know one value of this annotation. @internal */
export const proxyProtocolValue = createRule({
  id: 'aws/proxy-protocol-value',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}proxy-protocol`],
  page: {
    summary: 'The PROXY protocol is asked for in a way that nobody knows.',
    why: 'The annotation has one value, * for all ports. The controllers refuse any other.',
    bad: exampleService([`${AWS}proxy-protocol: "true"`]),
    good: exampleService([`${AWS}proxy-protocol: "*"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_target_group.go',
  },
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
