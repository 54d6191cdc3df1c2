import { createRule } from '../createRule';
import { exampleIngress } from './examples';

const LEGACY = 'kubernetes.io/ingress.class';

/** An Ingress for a controller that nobody maintains. @internal */
export const ingressNginx = createRule({
  id: 'kubernetes/ingress-nginx',
  severity: 'warning',
  reads: 'ingress',
  page: {
    summary: 'The Ingress is for ingress-nginx, which is retired.',
    why: 'Its maintainers stopped in March 2026: security holes stay open. Snippets in annotations let whoever writes an Ingress run code in it.',
    bad: exampleIngress([], ['ingressClassName: nginx']),
    good: exampleIngress([]),
    source: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  },
  check(target, report) {
    const legacy = target.annotations.find(({ key }) => key === LEGACY);
    const name = target.object?.spec?.ingressClassName ?? legacy?.value;
    if (name !== 'nginx') return;
    report({
      at: legacy,
      message:
        'Class nginx is ingress-nginx’s, which gets no fixes since March 2026',
      remedy:
        'Move to a controller that is maintained, such as one for the Gateway API; other controllers with this class are not meant.',
      evidence: [{ label: 'class', value: name }],
    });
  },
});
