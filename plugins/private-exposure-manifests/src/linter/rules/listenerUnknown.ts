import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { classIsElsewhere, classSets } from '../ingressParams';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const START = `${ALB}listener-attributes.`;
const ingress = (listener: string) =>
  exampleIngress([
    `${START}${listener}: "routing.http.response.server.enabled=false"`,
  ]);

/** Attributes of a listener that the Ingress doesn't have. @internal */
export const listenerUnknown = createRule({
  id: 'alb/listener-unknown',
  severity: 'warning',
  reads: 'ingress',
  about: key => key.startsWith(START),
  page: {
    summary: 'Attributes are for a listener that the Ingress does not have.',
    why: 'The controller looks them up by protocol and port of its listeners, such as HTTPS-443. What no listener is called is never read.',
    bad: ingress('HTTPS-443'),
    good: ingress('HTTP-80'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const read = ingressListeners(target);
    // Another Ingress of a group, or the certificates of its class, may bring the listener.
    const isElsewhere =
      findAnnotation(target, `${ALB}group.name`) !== undefined ||
      classSets(target, 'group', 'listeners') ||
      (!read?.isWritten && classIsElsewhere(target));
    if (!read || isElsewhere) return;
    const names = read.listeners.map(
      ({ protocol, port }) => `${protocol}-${port}`,
    );
    for (const node of target.annotations) {
      const name = node.key.slice(START.length);
      if (!node.key.startsWith(START) || names.includes(name)) continue;
      report({
        at: node,
        message: `The Ingress has no listener ${name}; '${node.key}' has no effect`,
        remedy: `Name one of its own: ${names.join(', ')}.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
