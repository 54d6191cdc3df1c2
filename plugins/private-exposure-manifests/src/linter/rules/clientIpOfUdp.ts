import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { findAnnotation } from '../targets/Placed';
import { AWS, exampleService } from './examples';

const ATTRIBUTES = `${AWS}target-group-attributes`;
const CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
const service = (isPreserved: boolean) =>
  exampleService(
    [`${ATTRIBUTES}: "preserve_client_ip.enabled=${isPreserved}"`],
    [CLASS],
  ).replace('{port: 443}', '{port: 53, protocol: UDP}');

/** UDP targets always see the client's address. @internal */
export const clientIpOfUdp = createRule({
  id: 'aws/client-ip-of-udp',
  severity: 'error',
  reads: 'service',
  about: key => key.startsWith(ATTRIBUTES),
  page: {
    summary: 'Client addresses are to be hidden from UDP targets.',
    why: 'A Network Load Balancer keeps the client’s address for UDP, always. AWS refuses the attribute, and the target group stays as it was.',
    bad: service(false),
    good: service(true),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  },
  check(target, report) {
    const plan = planOf(target);
    if (plan?.outcome !== 'aws-network-load-balancer') return;
    for (const { key, protocol, attributes } of plan.model.targetGroups) {
      if (protocol === 'TCP' || protocol === 'TLS') continue;
      const asked = attributes['preserve_client_ip.enabled'];
      if (asked === undefined || !/^(false|f|0)$/i.test(asked)) continue;
      const port = key.slice(key.lastIndexOf(':') + 1);
      const node =
        findAnnotation(target, `${ATTRIBUTES}.${port}`) ??
        findAnnotation(target, ATTRIBUTES);
      report({
        at: node,
        message: `AWS refuses preserve_client_ip.enabled=${asked} for port ${port}, which is ${protocol}`,
        remedy: 'Remove the attribute; for UDP the address is always kept.',
        evidence: [{ label: ATTRIBUTES, value: node?.value ?? asked }],
      });
    }
  },
});
