import { createRule } from '../createRule';
import { reconciliationOf } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

/** A load balancer that is public or not depending on who makes it. @internal */
export const schemeUnsaid = createRule({
  id: 'aws/scheme-unsaid',
  severity: 'info',
  reads: 'service',
  about: key => key.startsWith(AWS),
  page: {
    summary: 'Whether the load balancer is public depends on the cluster.',
    why: 'Without scheme and class, the in-tree provider makes an internet-facing load balancer, and the AWS Load Balancer Controller an internal one. A Service that moves between clusters changes who can reach it.',
    bad: exampleService([`${AWS}type: "nlb"`], []),
    good: exampleService([`${AWS}scheme: "internal"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/nlb.md',
  },
  check(target, report) {
    const { isPartial, isWholeService, profile } = target;
    if (isPartial || !isWholeService || profile) return;
    const [first] = target.annotations.filter(({ key }) => key.startsWith(AWS));
    if (!first || reconciliationOf(target).by !== 'unknown') return;
    if (
      annotationOf(target, 'aws-load-balancer-scheme') ||
      annotationOf(target, 'aws-load-balancer-internal')
    )
      return;
    report({
      at: first,
      message:
        'Nothing says who may reach this load balancer: the in-tree provider makes it public, the AWS Load Balancer Controller internal',
      remedy: `Set spec.loadBalancerClass: service.k8s.aws/nlb and ${AWS}scheme.`,
      evidence: [{ label: `${AWS}scheme`, value: 'missing' }],
    });
  },
});
