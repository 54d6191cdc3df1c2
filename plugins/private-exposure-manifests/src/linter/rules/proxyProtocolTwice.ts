import { parseStringList, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const ATTRIBUTE = 'proxy_protocol_v2.enabled';
const ATTRIBUTES = `${AWS}target-group-attributes`;

/** The PROXY protocol said twice, of which one is not heard. @internal */
export const proxyProtocolTwice = createRule({
  id: 'aws/proxy-protocol-twice',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}proxy-protocol`, `${AWS}proxy-protocol-per-target-group`],
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
    const parts = annotationOf(
      target,
      'aws-load-balancer-proxy-protocol-per-target-group',
    );
    const isForAll = all?.value === '*';
    const winner = isForAll ? all : parts;
    if (!winner || findReconciler(target) === 'in-tree') return;
    const ports = parseStringList(parts?.value ?? '');
    const beaten = target.annotations.filter(({ key, value }) => {
      if (isForAll && key === parts?.key) return true;
      if (!key.startsWith(ATTRIBUTES)) return false;
      const asked = parseStringMap(value)?.[ATTRIBUTE];
      const port = key.slice(ATTRIBUTES.length + 1);
      // For all ports at once, the list says nothing else only where it names them all.
      const isOn = isForAll || (port !== '' && ports.includes(port));
      return asked !== undefined && asked !== String(isOn);
    });
    for (const node of beaten) {
      report({
        at: node,
        message: `'${node.value}' has no effect on the PROXY protocol: ${
          winner.key
        } ${
          isForAll
            ? 'switches it on for all ports'
            : `switches it on for ${winner.value} alone`
        }`,
        remedy: `Remove '${winner.key}', or the setting that it beats.`,
        evidence: [
          { label: winner.key, value: winner.value },
          { label: node.key, value: node.value },
        ],
      });
    }
  },
});
