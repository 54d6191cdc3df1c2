import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { findAnnotation } from '../targets/Placed';
import { AWS, exampleService } from './examples';

const ATTRIBUTES = `${AWS}target-group-attributes`;
const CERTIFICATE = `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;
const STICKY = `${ATTRIBUTES}: "stickiness.enabled=true,stickiness.type=source_ip"`;

/** Sticky sessions at a listener that has none. @internal */
export const stickyTls = createRule({
  id: 'aws/sticky-tls',
  severity: 'error',
  reads: 'service',
  about: key => key.startsWith(ATTRIBUTES),
  page: {
    summary: 'Sticky sessions are asked for at a TLS listener.',
    why: 'A Network Load Balancer keeps clients at their targets for TCP and UDP. For TLS listeners and TLS target groups AWS does not support it.',
    bad: exampleService([CERTIFICATE, STICKY]),
    good: exampleService([STICKY]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  },
  check(target, report) {
    const plan = planOf(target);
    if (plan?.outcome !== 'aws-network-load-balancer') return;
    const { listeners, targetGroups } = plan.model;
    for (const { port, protocol } of listeners) {
      const group = targetGroups.find(({ key }) => key.endsWith(`:${port}`));
      if (protocol !== 'TLS') continue;
      if (group?.attributes['stickiness.enabled'] !== 'true') continue;
      const node =
        findAnnotation(target, `${ATTRIBUTES}.${port}`) ??
        findAnnotation(target, ATTRIBUTES);
      report({
        at: node,
        message: `Port ${port} has a TLS listener, for which AWS has no sticky sessions`,
        remedy:
          'Remove stickiness.enabled, or let the targets end TLS themselves.',
        evidence: [{ label: ATTRIBUTES, value: node?.value ?? 'missing' }],
      });
    }
  },
});
