import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';

/** The manifest speaks to a controller that the cluster doesn't run. @internal */
export const controllerMismatch = createRule({
  id: 'aws/controller-mismatch',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    const { profile } = target;
    if (!profile) return;
    const type = annotationOf(target, 'aws-load-balancer-type');
    const reconciler = findReconciler(target);
    const evidence = [
      {
        label: `controller of ${profile.name}`,
        value: profile.controller.type,
      },
    ];
    if (
      reconciler === 'aws-load-balancer-controller' &&
      profile.controller.type === 'in-tree'
    ) {
      report({
        at: type,
        message: `Cluster ${profile.name} has no AWS Load Balancer Controller; the load balancer will never come`,
        remedy: `Use the in-tree form (aws-load-balancer-type: "nlb", no class), or another cluster.`,
        evidence,
      });
    } else if (
      type?.value === 'nlb' &&
      profile.controller.type === 'aws-load-balancer-controller'
    ) {
      report({
        at: type,
        severity: profile.controller.webhook ? 'warning' : 'error',
        message: `Type 'nlb' is for the in-tree provider, but cluster ${profile.name} runs the AWS Load Balancer Controller`,
        remedy: `Use spec.loadBalancerClass: service.k8s.aws/nlb, or type "external" with a target type.`,
        evidence,
      });
    }
  },
});
