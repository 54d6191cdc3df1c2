import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const NAME = 'aws-load-balancer-enable-prefix-for-ipv6-source-nat';
const service = (value: string) =>
  exampleService([
    `${AWS}ip-address-type: "dualstack"`,
    `${AWS}enable-prefix-for-ipv6-source-nat: "${value}"`,
  ]).replace('{port: 443}', '{port: 53, protocol: UDP}');

/** Prefixes for IPv6 that a UDP listener can't go without. @internal */
export const sourceNatOff = createRule({
  id: 'change/source-nat-off',
  severity: 'error',
  reads: 'change',
  page: {
    summary:
      'A merge would switch source NAT prefixes off beside a UDP listener.',
    why: 'A dual-stack load balancer needs the prefixes for UDP. AWS refuses to take them away while a UDP listener is there.',
    before: service('on'),
    bad: service('off'),
    good: service('on'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const plans = [target.before, target.after].map(planOf);
    const [was, is] = plans.map(plan =>
      plan?.outcome === 'aws-network-load-balancer' ? plan.model : undefined,
    );
    if (was?.enablePrefixForIpv6SourceNat !== 'on') return;
    if (is?.enablePrefixForIpv6SourceNat !== 'off') return;
    const udp = is.listeners.filter(
      ({ protocol }) => protocol !== 'TCP' && protocol !== 'TLS',
    );
    if (udp.length === 0) return;
    report({
      at: annotationOf(target.after, NAME),
      message: `${target.name} listens on UDP ${udp
        .map(({ port }) => port)
        .join(', ')}, and AWS does not let its source NAT prefixes go`,
      remedy: 'Remove the UDP ports in a change before, or keep the prefixes.',
      evidence: [
        { label: `${NAME} before`, value: 'on' },
        { label: `${NAME} after`, value: 'off' },
      ],
    });
  },
});
