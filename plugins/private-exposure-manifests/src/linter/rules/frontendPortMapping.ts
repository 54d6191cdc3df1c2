import { parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}frontend-nlb-listener-port-mapping`;
const FRONTEND = `${ALB}enable-frontend-nlb: "true"`;

/** A port in front that leads to one that isn't there. @internal */
export const frontendPortMapping = createRule({
  id: 'alb/frontend-port-mapping',
  severity: 'warning',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary:
      'A port in front leads to one that the Ingress does not listen on.',
    why: 'The controller leaves such a pair out without a word: the Network Load Balancer in front does not listen there. Where the mapping stands, no other port is led on either.',
    bad: exampleIngress([FRONTEND, `${KEY}: "443=8443"`]),
    good: exampleIngress([FRONTEND, `${KEY}: "443=80"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/ingress/model_build_frontend_nlb.go',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const read = ingressListeners(target);
    const pairs = node && parseStringMap(node.value);
    // Without ports of its own, the class may have certificates, which change the port.
    if (!node || !pairs || !read) return;
    const lost = Object.entries(pairs).filter(
      ([, to]) => !read.listeners.some(({ port }) => `${port}` === to),
    );
    if (lost.length === 0) return;
    report({
      at: node,
      message: `The Ingress does not listen on ${lost
        .map(([, to]) => to)
        .join(', ')}, so that ${lost
        .map(([from]) => from)
        .join(', ')} leads nowhere`,
      remedy: `Lead to ports that it listens on: ${read.listeners
        .map(({ port }) => port)
        .join(', ')}.`,
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
