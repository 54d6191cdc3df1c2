import { createRule } from '../createRule';
import { exampleService } from './examples';

const service = (name: string) =>
  exampleService([], [`loadBalancerClass: ${name}`]);

/** A class that Kubernetes does not let change. @internal */
export const classChanged = createRule({
  id: 'change/class-changed',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would change the class of a live load balancer.',
    why: 'Kubernetes refuses another spec.loadBalancerClass while the Service is of type LoadBalancer. Whoever applies the file gets an error, and nothing of it is applied.',
    before: service('eks.amazonaws.com/nlb'),
    bad: service('service.k8s.aws/nlb'),
    good: service('eks.amazonaws.com/nlb'),
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    if (!before.isWholeService || !after.isWholeService) return;
    const [from, to] = [before.loadBalancerClass, after.loadBalancerClass];
    // A webhook may have set a class that the file does not show.
    if (
      from === undefined ||
      from === to ||
      before.isPartial ||
      after.isPartial
    )
      return;
    report({
      at: after.placeOfField('spec', 'loadBalancerClass'),
      message: `Kubernetes refuses another class for ${name}: ${from} → ${
        to ?? 'none'
      }`,
      remedy:
        'Keep the class, or make a second Service beside it and move over.',
      evidence: [
        { label: 'spec.loadBalancerClass before', value: from },
        { label: 'spec.loadBalancerClass after', value: to ?? 'none' },
      ],
    });
  },
});
