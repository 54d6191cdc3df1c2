import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}listen-ports`;

/** A port to listen on that stands twice. @internal */
export const listenPortTwice = createRule({
  id: 'alb/listen-port-twice',
  severity: 'warning',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'A port to listen on stands twice.',
    why: 'A port speaks one protocol. The controller takes the last one that is named, without a word.',
    bad: exampleIngress([`${KEY}: '[{"HTTP": 443}, {"HTTPS": 443}]'`]),
    good: exampleIngress([`${KEY}: '[{"HTTP": 80}, {"HTTPS": 443}]'`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/ingress/model_build_listener.go',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const ports = ingressListeners(target)?.listeners.map(({ port }) => port);
    const twice = ports?.find((port, index) => ports.indexOf(port) < index);
    if (!node || twice === undefined) return;
    report({
      at: node,
      message: `Port ${twice} stands twice in '${KEY}'; the last one counts`,
      remedy: 'Keep the one that is meant.',
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
