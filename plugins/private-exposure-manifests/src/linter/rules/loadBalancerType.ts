import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS } from './examples';

const KEY = 'service.beta.kubernetes.io/aws-load-balancer-type';
const OLDER = 'nlb-ip';
const KNOWN = ['external', OLDER, 'nlb'];
const service = (value: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${KEY}: "${value}"\n    service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: "ip"\nspec:\n  type: LoadBalancer\n  ports: [{port: 443}]\n`;

/** A type of load balancer that no controller has for Services. @internal */
export const loadBalancerType = createRule({
  id: 'aws/load-balancer-type',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}type`],
  page: {
    summary: 'aws-load-balancer-type names no load balancer of a Service.',
    why: 'Nobody refuses it. The in-tree provider makes a Classic Load Balancer, and the AWS Load Balancer Controller a Network Load Balancer where its class is set. An Application Load Balancer comes from an Ingress alone.',
    bad: service('alb'),
    good: service('external'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/nlb.md',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-type');
    if (!node) return;
    if (node.value === OLDER && target.loadBalancerClass === undefined) {
      report({
        at: node,
        severity: 'info',
        message: `Type '${OLDER}' is the older way to say external with ip targets`,
        remedy: `Set spec.loadBalancerClass: service.k8s.aws/nlb and ${AWS}nlb-target-type: "ip" on the next Service; a live one keeps its type.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
    if (KNOWN.includes(node.value)) return;
    report({
      at: node,
      message: `'${node.value}' is no type of load balancer for a Service; every controller reads past it`,
      remedy:
        node.value === 'alb'
          ? 'Use an Ingress for an Application Load Balancer, or write "external".'
          : `Write ${KNOWN.map(word => `"${word}"`).join(', ')}.`,
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
