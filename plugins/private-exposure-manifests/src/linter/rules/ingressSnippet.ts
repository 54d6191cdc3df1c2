import { createRule } from '../createRule';
import { exampleIngress } from './examples';

const SNIPPET = /^nginx\.(ingress\.kubernetes\.io|org)\/[a-z-]*snippets?$/;

/** Configuration of a web server in an annotation. @internal */
export const ingressSnippet = createRule({
  id: 'kubernetes/ingress-snippet',
  severity: 'warning',
  reads: 'ingress',
  about: key => SNIPPET.test(key),
  page: {
    summary: 'An annotation holds configuration of the web server itself.',
    why: 'Whoever may write an Ingress runs such text in a server that reads every secret of the cluster’s Ingresses (CVE-2021-25742). ingress-nginx, which reads most of them, gets no fixes any more.',
    bad: exampleIngress(
      [
        'nginx.ingress.kubernetes.io/configuration-snippet: "more_set_headers Team:payments;"',
      ],
      ['ingressClassName: internal'],
    ),
    good: exampleIngress([], ['ingressClassName: internal']),
    source: 'https://github.com/kubernetes/ingress-nginx/issues/7837',
  },
  check(target, report) {
    for (const node of [...target.annotations, ...target.placeholders]) {
      if (!SNIPPET.test(node.key)) continue;
      report({
        at: node,
        message: `'${node.key}' is code that runs in the web server`,
        remedy:
          'Use a setting that the controller has for it, or do it in the application.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
