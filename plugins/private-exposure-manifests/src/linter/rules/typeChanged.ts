import { exposureOf } from '../changes/exposureOf';
import { mayHaveLoadBalancer } from '../changes/mayHaveLoadBalancer';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const NAME = 'aws-load-balancer-type';
const service = (type: string) =>
  exampleService([`${AWS}type: "${type}"`, `${AWS}nlb-target-type: "ip"`], []);

/** A type that must not change on a live Service. @internal */
export const typeChanged = createRule({
  id: 'change/type-changed',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would change the load balancer type of a live Service.',
    why: 'The type says which controller takes the Service. The in-tree provider refuses another one; where another controller takes over, the first one’s load balancer stays behind, with whatever it exposes.',
    before: exampleService([], []),
    bad: service('external'),
    good: exampleService([], []),
    source:
      'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/pkg/providers/v1/aws_validations.go',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    const [from, to] = [before, after].map(side => annotationOf(side, NAME));
    if (from?.value === to?.value) return;
    if ((!from && before.isPartial) || (!to && after.isPartial)) return;
    // With a class nobody reads the type.
    if (before.loadBalancerClass !== undefined) return;
    if (![before, after].every(mayHaveLoadBalancer)) return;
    // Where it is known what becomes of it, another rule says that.
    const exposure = exposureOf(target);
    if (exposure.before?.kind && exposure.after?.kind) return;
    report({
      at: to,
      message: `The type of ${name} must not change while it is live: ${
        from?.value ?? 'none'
      } → ${to?.value ?? 'none'}`,
      remedy:
        'Keep the type, or make a second Service beside it and move consumers over.',
      evidence: [
        { label: `${NAME} before`, value: from?.value ?? 'missing' },
        { label: `${NAME} after`, value: to?.value ?? 'missing' },
      ],
    });
  },
});
