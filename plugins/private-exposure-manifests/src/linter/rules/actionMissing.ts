import { createRule } from '../createRule';
import { ingressBackends } from '../ingressBackends';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const USE = 'use-annotation';
const ingress = (name: string) =>
  exampleIngress([
    `${ALB}actions.${name}: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "404"}}'`,
  ]).replace(
    '{service: {name: payments, port: {number: 443}}}',
    '{service: {name: absent, port: {name: use-annotation}}}',
  );

/** A backend that stands for an action that nobody wrote. @internal */
export const actionMissing = createRule({
  id: 'alb/action-missing',
  severity: 'error',
  reads: 'ingress',
  page: {
    summary: 'A backend stands for an action that is missing.',
    why: 'The port name use-annotation leads to the annotation actions.<name of the backend>. Where that is missing, the load balancer answers every request with 503.',
    bad: ingress('missing'),
    good: ingress('absent'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const told = new Set<string>();
    for (const { service, portName } of ingressBackends(target) ?? []) {
      const key = `${ALB}actions.${service}`;
      if (portName !== USE || findAnnotation(target, key) || told.has(key))
        continue;
      told.add(key);
      report({
        message: `Backend '${service}' stands for '${key}', which is missing: it answers 503`,
        remedy: `Add '${key}', or name a Service with a port of its own.`,
        evidence: [{ label: key, value: 'missing' }],
      });
    }
  },
});
