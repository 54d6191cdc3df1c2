import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { reportRefusal } from '../reportRefusal';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (port: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}proxy-protocol-per-target-group: "${port}"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** The controller that takes the Service would not accept it. @internal */
export const refused = createRule({
  id: 'controller/refused',
  severity: 'error',
  reads: 'service',
  page: {
    summary: 'The controller would refuse the Service.',
    why: 'It answers with the error in the message, as an event on the Service, and builds or changes nothing until the Service is put right.',
    bad: service('https'),
    good: service('443'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/service',
  },
  check(target, report) {
    const plan = planOf(target);
    if (plan?.outcome === 'refused')
      reportRefusal(plan.refusal, target, report);
  },
});
