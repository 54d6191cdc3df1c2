import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { IngressBackend, ingressBackends } from '../ingressBackends';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const SWITCH = `${ALB}enable-frontend-nlb`;
const PATH = `${ALB}frontend-nlb-healthcheck-path`;
const CODES = `${ALB}frontend-nlb-healthcheck-success-codes`;
const ingress = (host: string) =>
  exampleIngress(
    [`${SWITCH}: "true"`],
    [
      'ingressClassName: alb',
      `rules: [{${host}http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]`,
    ],
  ).replace(/ *defaultBackend.*\n/, '');

/** Whether a backend answers what asks for an address, by no name. */
function answers(
  { host, path, pathType }: IngressBackend,
  asked: string,
): boolean {
  if (path === undefined) return true;
  if (host !== '' && host !== '*') return false;
  if (pathType === 'Exact') return path === asked;
  // Its own patterns are not read here.
  if (pathType !== 'Prefix') return true;
  const start = path.endsWith('/') ? path : `${path}/`;
  return asked === path || `${asked}/`.startsWith(start);
}

/** A health check that the load balancer behind answers with 404. @internal */
export const frontendHealthPath = createRule({
  id: 'alb/frontend-health-path',
  severity: 'warning',
  reads: 'ingress',
  about: [SWITCH],
  page: {
    summary: 'The health check in front meets a path that nothing serves.',
    why: 'The Network Load Balancer in front asks the Ingress’s own one by its address, without a host name. Where no rule without a host covers the path, the answer is 404, and all of it counts as unhealthy.',
    bad: ingress('host: payments.example.com, '),
    good: ingress(''),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const node = findAnnotation(target, SWITCH);
    const backends = ingressBackends(target);
    if (!node || !backends || parseGoBoolean(node.value) !== true) return;
    // Another Ingress of a group may serve it.
    if (findAnnotation(target, `${ALB}group.name`)) return;
    const codes = findAnnotation(target, CODES)?.value ?? '200';
    const asked = findAnnotation(target, PATH)?.value ?? '/';
    if (/404|-4\d\d|-5\d\d/.test(codes)) return;
    if (backends.some(backend => answers(backend, asked))) return;
    report({
      at: findAnnotation(target, PATH) ?? node,
      message: `No rule without a host serves '${asked}', which the load balancer in front asks for: it counts all as unhealthy`,
      remedy: `Add a default backend or a rule without host for it, or name codes that are answered in '${CODES}', such as "200-404".`,
      evidence: [
        {
          label: PATH,
          value: findAnnotation(target, PATH)?.value ?? 'missing',
        },
      ],
    });
  },
});
