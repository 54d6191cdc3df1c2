import { createRule } from '../createRule';
import { GKE_TYPES, gkeTypeOf, isInternalType } from '../gkeType';
import { readerOf } from '../KnownAnnotations';
import { tellsAll } from '../tellsAll';
import { exampleService } from './examples';

const [KEY] = GKE_TYPES;

/** A type for GKE that is meant to keep a load balancer inside and does not. @internal */
export const gkeInternalValue = createRule({
  id: 'gke/internal-value',
  severity: 'error',
  reads: 'service',
  about: GKE_TYPES,
  page: {
    summary: 'The load balancer will be public: its type is no word of GKE’s.',
    why: 'GKE makes an internal load balancer for Internal, or internal as it was written once. Anything else, INTERNAL and private included, makes an external one, without a word. External says what is made anyway.',
    bad: exampleService([`${KEY}: "Intenal"`], []),
    good: exampleService([`${KEY}: "Internal"`], []),
    source:
      'https://github.com/kubernetes/cloud-provider-gcp/blob/master/providers/gce/gce_annotations.go',
  },
  check(target, report) {
    const node = gkeTypeOf(target);
    // What is no string is refused before GKE reads it; where there is a class, that alone decides.
    if (!node?.isString || target.loadBalancerClass !== undefined) return;
    // Profiles are of other clouds.
    if (target.profile ?? readerOf(target)) return;
    if (isInternalType(node.value) || /^external$/i.test(node.value)) return;
    if (tellsAll(target) && !target.isWholeService) return;
    const isEmpty = node.value === '';
    report({
      at: node,
      severity: isEmpty ? 'warning' : 'error',
      message: isEmpty
        ? `'${node.key}' is empty, and GKE makes a public load balancer`
        : `'${node.value}' makes a public load balancer; only "Internal" makes an internal one`,
      remedy:
        'Write "Internal", or remove it if the load balancer is to be public.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
