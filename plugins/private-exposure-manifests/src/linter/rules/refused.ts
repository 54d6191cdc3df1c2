import { createRule } from '../createRule';
import { planIngress } from '../../plan/planIngress';
import { planOf } from '../ServiceTarget';
import { IngressTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (port: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}proxy-protocol-per-target-group: "${port}"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** The version whose fields controllers read; others have a rule of their own. */
const INGRESS_VERSION = 'networking.k8s.io/v1';

function planOfIngress({ object, isPartial, profile, group }: IngressTarget) {
  if (isPartial || object?.kind !== 'Ingress') return undefined;
  if (object.apiVersion !== INGRESS_VERSION) return undefined;
  const otherIngresses = group.flatMap(member =>
    member.object && !member.isPartial ? [member.object] : [],
  );
  return planIngress(object, profile, { otherIngresses });
}

/** The controller that takes the object would not accept it. @internal */
export const refused = createRule({
  id: 'controller/refused',
  severity: 'error',
  reads: 'annotations',
  page: {
    summary: 'The controller would refuse the object.',
    why: 'It answers with the error in the message, as an event on the object, and builds or changes nothing until the object is put right.',
    bad: service('https'),
    good: service('443'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/service',
  },
  check(target, report) {
    if (target.type === 'annotated') return;
    const plan =
      target.type === 'service' ? planOf(target) : planOfIngress(target);
    if (plan?.outcome !== 'refused') return;
    const { message, about } = plan.refusal;
    const nodes = about.flatMap(key => findAnnotation(target, key) ?? []);
    report({
      at: nodes[0],
      message: `The controller refuses this ${target.kind}: ${message}`,
      remedy: about.length
        ? `Correct ${about.map(key => `'${key}'`).join(' or ')}.`
        : 'Correct what the message names.',
      evidence: nodes.map(({ key, value }) => ({ label: key, value })),
    });
  },
});
