import { createRule } from '../createRule';
import { IngressBackend, ingressBackends } from '../ingressBackends';
import { ALB, exampleIngress } from './examples';

const USE = 'use-annotation';
const NAMED =
  /^alb\.ingress\.kubernetes\.io\/(actions|conditions|transforms)\.(.+)$/;
const ingress = (name: string) =>
  exampleIngress(
    [
      `${ALB}conditions.${name}: '[{"field": "host-header", "hostHeaderConfig": {"values": ["payments.example.com"]}}]'`,
    ],
    [
      'ingressClassName: alb',
      'rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]',
    ],
  ).replace(/ *defaultBackend.*\n/, '');

/** Why nobody asks for the annotation of a name; `undefined` where somebody does. */
function whyUnread(
  kind: string,
  name: string,
  backends: readonly IngressBackend[],
): string | undefined {
  const named = backends.filter(({ service }) => service === name);
  if (named.length === 0) return `no backend is called '${name}'`;
  if (kind === 'actions')
    return named.some(({ portName }) => portName === USE)
      ? undefined
      : `no backend '${name}' has the port name ${USE}`;
  return named.some(({ path }) => path !== undefined)
    ? undefined
    : `only the default backend is called '${name}', which has no conditions`;
}

/** An annotation for a backend that nobody has. @internal */
export const backendUnnamed = createRule({
  id: 'alb/backend-unnamed',
  severity: 'warning',
  reads: 'ingress',
  about: key => NAMED.test(key),
  page: {
    summary: 'An annotation is for a backend that the Ingress does not have.',
    why: 'Actions, conditions and transforms are found by the name of a backend; an action also needs the port name use-annotation there. Without such a backend nobody reads it.',
    bad: ingress('payment'),
    good: ingress('payments'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const backends = ingressBackends(target);
    if (!backends) return;
    for (const node of target.annotations) {
      const [, kind, name] = NAMED.exec(node.key) ?? [];
      const why = name && whyUnread(kind, name, backends);
      if (!why) continue;
      report({
        at: node,
        message: `'${node.key}' has no effect: ${why}`,
        remedy: `Name the backend '${name}'${
          kind === 'actions' ? ` with the port name ${USE}` : ''
        }, or remove the annotation.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
