import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';

/** Type `external` keeps the in-tree provider away, and without a target type the other one stays away too. @internal */
export const nobodyReconciles = createRule({
  id: 'aws/nobody-reconciles',
  severity: 'error',
  reads: 'service',
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
