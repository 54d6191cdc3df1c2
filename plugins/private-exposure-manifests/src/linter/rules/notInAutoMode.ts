import { isAutoModeProfile } from '../../intents/anyClusterProfile';
import { AUTO_MODE_INGRESS_CONTROLLER } from '../../plan/findIngressReconciler';
import { createRule } from '../createRule';
import { IngressTarget } from '../targets';
import { ALB, exampleIngress } from './examples';

/** What EKS Auto Mode leaves out of the controller's annotations, with what it has instead; of some, one value alone. */
const LEFT_OUT: Record<string, { instead: string; value?: string }> = {
  'kubernetes.io/ingress.class': {
    instead: 'Name the class in spec.ingressClassName.',
  },
  [`${ALB}group.name`]: {
    instead: 'Set spec.group.name in the IngressClassParams of its class.',
  },
  [`${ALB}waf-acl-id`]: { instead: `Use ${ALB}wafv2-acl-arn.` },
  [`${ALB}web-acl-id`]: { instead: `Use ${ALB}wafv2-acl-arn.` },
  [`${ALB}shield-advanced-protection`]: {
    instead: 'Remove it, and protect the load balancer in Shield itself.',
  },
  [`${ALB}auth-type`]: { instead: 'Use "cognito".', value: 'oidc' },
};
const CLASS = `---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: alb
spec:
  controller: ${AUTO_MODE_INGRESS_CONTROLLER}
`;

function isInAutoMode({ ingressClass, profile }: IngressTarget): boolean {
  const controller = ingressClass?.controller;
  return controller === undefined
    ? profile !== undefined && isAutoModeProfile(profile)
    : controller === AUTO_MODE_INGRESS_CONTROLLER;
}

/** An annotation that EKS Auto Mode does not have. @internal */
export const notInAutoMode = createRule({
  id: 'alb/not-in-auto-mode',
  severity: 'warning',
  reads: 'ingress',
  about: Object.keys(LEFT_OUT),
  page: {
    summary: 'EKS Auto Mode does not read an annotation.',
    why: 'It makes Application Load Balancers by most of the AWS Load Balancer Controller’s annotations. Groups are for IngressClassParams there, so an Ingress that names one in an annotation gets a load balancer of its own.',
    bad: `${exampleIngress([`${ALB}group.name: "payments"`])}${CLASS}`,
    good: `${exampleIngress([])}${CLASS}`,
    source:
      'https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html',
  },
  check(target, report) {
    if (!isInAutoMode(target)) return;
    for (const node of target.annotations) {
      const found = Object.hasOwn(LEFT_OUT, node.key)
        ? LEFT_OUT[node.key]
        : undefined;
      if (!found || (found.value ?? node.value) !== node.value) continue;
      report({
        at: node,
        message: `EKS Auto Mode does not support '${node.key}: ${node.value}'`,
        remedy: found.instead,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
