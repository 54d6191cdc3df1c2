import { createRule } from '../createRule';
import { reconciliationOf } from '../ServiceTarget';
import { ServiceTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';

/** Whether a Service says nothing of a controller, in a cluster whose webhook says nothing for it. */
function isLeftToInTree(target: ServiceTarget): boolean {
  const { profile, isPartial, isWholeService } = target;
  return (
    profile?.controller.type === 'aws-load-balancer-controller' &&
    isWholeService &&
    !isPartial &&
    reconciliationOf(target).by === 'in-tree'
  );
}

/** The manifest speaks to a controller that the cluster doesn't run. @internal */
export const controllerMismatch = createRule({
  id: 'aws/controller-mismatch',
  severity: 'error',
  reads: 'service',
  page: {
    summary: 'A Service asks for a controller that the cluster does not run.',
    why: 'Nobody takes it then, or another controller does and reads the annotations in its own way. Who takes a Service depends on its class, its type and the cluster.',
    bad: exampleService(
      [`${AWS}scheme: "internal"`],
      ['loadBalancerClass: eks.amazonaws.com/nlb'],
    ),
    good: exampleService([`${AWS}scheme: "internal"`]),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/service_utils.go',
  },
  check(target, report) {
    const { profile } = target;
    if (!profile) return;
    const type = annotationOf(target, 'aws-load-balancer-type');
    const { by, asks, why } = reconciliationOf(target);
    const evidence = [
      {
        label: `controller of ${profile.name}`,
        value: profile.controller.type,
      },
    ];
    if (by === 'nobody' && asks !== 'nobody') {
      report({
        at: type,
        message: `The load balancer will never come: ${why}`,
        remedy:
          profile.controller.type === 'in-tree'
            ? 'Use the in-tree form (aws-load-balancer-type: "nlb", no class), or another cluster.'
            : 'Ask for the controller that the cluster runs, or use another cluster.',
        evidence,
      });
    } else if (
      type?.value === 'nlb' &&
      profile.controller.type === 'aws-load-balancer-controller'
    ) {
      report({
        at: type,
        severity: profile.controller.webhook ? 'warning' : 'error',
        message: `Type 'nlb' is for the in-tree provider, but cluster ${profile.name} runs the AWS Load Balancer Controller. ${why}`,
        remedy: `Use spec.loadBalancerClass: service.k8s.aws/nlb, or type "external" with a target type.`,
        evidence,
      });
    } else if (isLeftToInTree(target)) {
      report({
        severity: 'warning',
        message: `Cluster ${profile.name} runs the AWS Load Balancer Controller, and the in-tree provider makes this a Classic Load Balancer. ${why}`,
        remedy: 'Set spec.loadBalancerClass: service.k8s.aws/nlb.',
        evidence,
      });
    }
  },
});
