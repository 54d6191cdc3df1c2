import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';

/** Type `external` keeps the in-tree provider away, and without a target type the other one stays away too. @internal */
export const nobodyReconciles = createRule({
  id: 'aws/nobody-reconciles',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}type`],
  page: {
    summary: 'No controller takes the Service.',
    why: 'Type external keeps the in-tree provider away, and the AWS Load Balancer Controller takes such a Service only with a target type. The Service stays pending, and no event says why.',
    bad: exampleService([`${AWS}type: "external"`], []),
    good: exampleService(
      [`${AWS}type: "external"`, `${AWS}nlb-target-type: "ip"`],
      [],
    ),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/service_utils.go',
  },
  check(target, report) {
    if (target.isPartial || findReconciler(target) !== 'nobody') return;
    const targetType = annotationOf(
      target,
      'aws-load-balancer-nlb-target-type',
    );
    report({
      at: annotationOf(target, 'aws-load-balancer-type'),
      message:
        'No controller makes this load balancer: type is external and the target type is neither ip nor instance',
      remedy: `Add service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: "ip" (or "instance").`,
      evidence: [
        {
          label: 'aws-load-balancer-nlb-target-type',
          value: targetType?.value ?? 'missing',
        },
      ],
    });
  },
});
