import { planIngress } from '../../plan/planIngress';
import { createRule } from '../createRule';
import { isOfOtherController } from '../IngressClasses';
import { IngressTarget } from '../targets';
import { ALB } from './examples';
import { reportRefusal } from '../reportRefusal';

const ingress = (ports: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: payments\n  annotations:\n    ${ALB}listen-ports: '${ports}'\nspec:\n  ingressClassName: alb\n  defaultBackend: {service: {name: payments, port: {number: 80}}}\n`;

/** The version whose fields controllers read; others have a rule of their own. */
const VERSION = 'networking.k8s.io/v1';

function planOf(target: IngressTarget) {
  const { object, isPartial, profile, group, plannedGroups } = target;
  if (isPartial || object?.kind !== 'Ingress') return undefined;
  if (isOfOtherController(target)) return undefined;
  if (object.apiVersion !== VERSION) return undefined;
  const otherIngresses = group.flatMap(member =>
    member.object && !member.isPartial ? [member.object] : [],
  );
  return planIngress(object, profile, { otherIngresses }, plannedGroups);
}

/** The controller that takes the Ingress would not accept it. @internal */
export const ingressRefused = createRule({
  id: 'controller/ingress-refused',
  severity: 'error',
  reads: 'ingress',
  page: {
    summary: 'The controller would refuse the Ingress.',
    why: 'It answers with the error in the message, as an event on the Ingress and on all others of its group, and builds or changes nothing for any of them until this one is put right.',
    bad: ingress('[{"TCP": 80}]'),
    good: ingress('[{"HTTP": 80}]'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/ingress',
  },
  check(target, report) {
    const plan = planOf(target);
    if (plan?.outcome === 'refused')
      reportRefusal(plan.refusal, target, report);
  },
});
