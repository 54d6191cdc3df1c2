import { parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const ATTRIBUTE = 'proxy_protocol_v2.enabled';

/** The PROXY protocol said twice, of which one is not heard. @internal */
export const proxyProtocolTwice = createRule({
  id: 'aws/proxy-protocol-twice',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}proxy-protocol`],
  page: {
    summary: 'Two settings say different things about the PROXY protocol.',
    why: 'proxy-protocol: "*" beats the setting for single target groups, and both beat the attributes. Backends that do not expect the protocol see a garbled first line.',
    bad: exampleService([
      `${AWS}proxy-protocol: "*"`,
      `${AWS}target-group-attributes: "${ATTRIBUTE}=false"`,
    ]),
    good: exampleService([`${AWS}proxy-protocol: "*"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_target_group.go',
  },
  check(target, report) {
    const all = annotationOf(target, 'aws-load-balancer-proxy-protocol');
    if (all?.value !== '*') return;
    if (findReconciler(target) === 'in-tree') return;
    const parts = annotationOf(
      target,
      'aws-load-balancer-proxy-protocol-per-target-group',
    );
    const attributes = annotationOf(
      target,
      'aws-load-balancer-target-group-attributes',
    );
    const isOff =
      attributes && parseStringMap(attributes.value)?.[ATTRIBUTE] === 'false';
    for (const node of [parts, isOff ? attributes : undefined]) {
      if (!node) continue;
      report({
        at: node,
        message: `'${node.value}' has no effect on the PROXY protocol: ${all.key} switches it on for all ports`,
        remedy: `Remove '${all.key}', or the setting that it beats.`,
        evidence: [
          { label: all.key, value: all.value },
          { label: node.key, value: node.value },
        ],
      });
    }
  },
});
