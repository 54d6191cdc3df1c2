import { createRule } from '../createRule';
import { IngressTarget } from '../targets';
import { exampleIngress } from './examples';

const LEGACY = 'kubernetes.io/ingress.class';
const NAME = 'nginx';
/** `spec.controller` of its IngressClasses. */
const CONTROLLER = 'k8s.io/ingress-nginx';
/** Annotations of NGINX Inc.'s controller, whose class has the same name: https://docs.nginx.com/nginx-ingress-controller/ */
const OF_NGINX_INC = /^(nginx\.(org|com)|appprotect(dos)?\.f5\.com)\//;

/** Whether a class is ingress-nginx's, by its IngressClass, or else by its name and by what else the Ingress says. */
function isIngressNginx(
  { ingressClass, annotations, placeholders }: IngressTarget,
  name: unknown,
): boolean {
  const controller = ingressClass?.controller;
  if (controller !== undefined && controller !== NAME)
    return controller === CONTROLLER;
  return (
    name === NAME &&
    ![...annotations, ...placeholders].some(({ key }) => OF_NGINX_INC.test(key))
  );
}

/** An Ingress for a controller that nobody maintains. @internal */
export const ingressNginx = createRule({
  id: 'kubernetes/ingress-nginx',
  severity: 'warning',
  reads: 'ingress',
  page: {
    summary: 'The Ingress is for ingress-nginx, which is retired.',
    why: 'Its maintainers stopped in March 2026: security holes stay open. Snippets in annotations let whoever writes an Ingress run code in it. The controller of NGINX Inc. (nginx.org) has a class of the same name, and is another one.',
    bad: exampleIngress([], ['ingressClassName: nginx']),
    good: exampleIngress([]),
    source: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  },
  check(target, report) {
    const legacy = target.annotations.find(({ key }) => key === LEGACY);
    const name = target.object?.spec?.ingressClassName ?? legacy?.value;
    if (typeof name !== 'string' || !isIngressNginx(target, name)) return;
    report({
      at: legacy,
      message: `Class ${name} is ingress-nginx’s, which gets no fixes since March 2026`,
      remedy:
        'Move to a controller that is maintained, such as one for the Gateway API; other controllers with this class are not meant.',
      evidence: [{ label: 'class', value: name }],
    });
  },
});
