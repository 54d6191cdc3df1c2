import { createRule } from '../createRule';
import { exampleIngress } from './examples';

const REMOVED = new Set(['extensions/v1beta1', 'networking.k8s.io/v1beta1']);

/** A version of Ingress that no cluster of today knows. @internal */
export const removedVersion = createRule({
  id: 'kubernetes/removed-version',
  severity: 'error',
  reads: 'ingress',
  page: {
    summary: 'The Ingress is of an API version that was removed.',
    why: 'Kubernetes 1.22 removed extensions/v1beta1 and networking.k8s.io/v1beta1 for Ingress, and refuses such an object.',
    bad: exampleIngress([]).replace(
      'networking.k8s.io/v1',
      'networking.k8s.io/v1beta1',
    ),
    good: exampleIngress([]),
    source:
      'https://kubernetes.io/docs/reference/using-api/deprecation-guide/#ingress-v122',
  },
  check(target, report) {
    const version = target.object?.apiVersion;
    if (version === undefined || !REMOVED.has(version)) return;
    report({
      message: `Kubernetes removed ${version} for Ingress in 1.22`,
      remedy:
        'Write networking.k8s.io/v1; backends then have service.name and service.port, and paths a pathType.',
      evidence: [{ label: 'apiVersion', value: version }],
    });
  },
});
