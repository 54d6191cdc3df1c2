import { createRule } from '../createRule';
import { exampleIngress } from './examples';

const KEY = 'kubernetes.io/ingress.class';
/** GKE goes by the annotation alone: https://cloud.google.com/kubernetes-engine/docs/concepts/ingress */
const GKE = ['gce', 'gce-internal'];

/** The class in an annotation, as before Kubernetes 1.18. @internal */
export const ingressClassAnnotation = createRule({
  id: 'kubernetes/ingress-class-annotation',
  severity: 'info',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'The class of an Ingress stands in an annotation.',
    why: 'spec.ingressClassName took its place in Kubernetes 1.18. No IngressClassParams hold for an Ingress with the annotation, and controllers can be told to ignore it.',
    bad: exampleIngress([`${KEY}: "alb"`], []),
    good: exampleIngress([]),
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  },
  check(target, report) {
    for (const node of [...target.annotations, ...target.placeholders]) {
      if (node.key !== KEY) continue;
      const name = target.object?.spec?.ingressClassName;
      if (
        typeof name === 'string' &&
        name !== node.value &&
        !node.isPlaceholder
      ) {
        report({
          at: node,
          severity: 'error',
          message: `'${KEY}' says ${node.value} and spec.ingressClassName ${name}; Kubernetes refuses the Ingress`,
          remedy: 'Remove the annotation.',
          evidence: [{ label: KEY, value: node.value }],
        });
        continue;
      }
      if (GKE.includes(node.value)) continue;
      report({
        at: node,
        message: `'${KEY}' is deprecated since Kubernetes 1.18`,
        remedy: `Write spec.ingressClassName: ${node.value} instead.`,
        evidence: [{ label: KEY, value: node.value }],
      });
    }
  },
});
