import { createRule } from '../createRule';
import {
  classIsElsewhere,
  classSets,
  othersAreElsewhere,
} from '../ingressParams';
import { IngressTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const PUBLIC = `${ALB}scheme: "internet-facing"`;

/** Protocols of `listen-ports`; `undefined` where it can't be read. */
function protocolsIn(text: string): string[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read)
      ? read.flatMap(item => Object.keys(Object(item)))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Actions in annotations and groups may redirect too: what can't be seen is not judged. */
function redirects(target: IngressTarget) {
  const { annotations, placeholders, group } = target;
  const isRedirect = (key: string) =>
    key === `${ALB}ssl-redirect` || key.startsWith(`${ALB}actions.`);
  return (
    classSets(target, 'sslRedirectPort') ||
    [...annotations, ...placeholders].some(({ key }) => isRedirect(key)) ||
    group.some(member => Object.keys(member.annotations).some(isRedirect))
  );
}

/** A public Application Load Balancer that takes HTTP without redirecting it. @internal */
export const plainHttp = createRule({
  id: 'alb/plain-http',
  severity: 'warning',
  reads: 'ingress',
  about: [`${ALB}listen-ports`],
  page: {
    summary: 'A public load balancer answers in plain HTTP.',
    why: 'What is sent without TLS can be read and changed on the way. Scanners report it as CKV_AWS_2 and AWS-0054; a redirect to HTTPS is enough.',
    bad: exampleIngress([PUBLIC, `${ALB}listen-ports: '[{"HTTP": 80}]'`]),
    good: exampleIngress([
      PUBLIC,
      `${ALB}listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'`,
      `${ALB}ssl-redirect: "443"`,
    ]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md#ssl-redirect',
  },
  check(target, report) {
    const scheme = findAnnotation(target, `${ALB}scheme`);
    const ports = findAnnotation(target, `${ALB}listen-ports`);
    if (target.isPartial || scheme?.value !== 'internet-facing' || !ports)
      return;
    // What the class says beats the annotation.
    if (target.ingressClass?.params?.scheme === 'internal') return;
    if (othersAreElsewhere(target)) return;
    if (!protocolsIn(ports.value)?.includes('HTTP') || redirects(target))
      return;
    report({
      at: ports,
      // Parameters of the class may redirect.
      severity: classIsElsewhere(target) ? 'info' : 'warning',
      message: 'The Internet reaches this load balancer in plain HTTP',
      remedy: `Listen on HTTPS, and set ${ALB}ssl-redirect to its port.`,
      evidence: [
        { label: scheme.key, value: scheme.value },
        { label: ports.key, value: ports.value },
      ],
    });
  },
});
