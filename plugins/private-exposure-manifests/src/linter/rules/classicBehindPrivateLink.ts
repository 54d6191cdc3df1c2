import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { AWS, exampleService } from './examples';

const inputs = (annotations: string[]) =>
  `${exampleService(
    annotations,
    [],
  )}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties: {AcceptanceRequired: true}\n`;
const INTERNAL = `${AWS}internal: "true"`;

/** A load balancer that can't stand behind the endpoint service beside it. @internal */
export const classicBehindPrivateLink = createRule({
  id: 'aws/classic-behind-private-link',
  severity: 'warning',
  reads: 'service',
  page: {
    summary: 'A Classic Load Balancer stands beside an endpoint service.',
    why: 'Where neither class nor type says otherwise, the in-tree provider makes a Classic Load Balancer. An endpoint service takes Network and Gateway Load Balancers alone.',
    bad: inputs([INTERNAL]),
    good: inputs([`${AWS}type: "nlb"`, INTERNAL]),
    cluster: `clusters:\n  legacy:\n    controller: in-tree\n    accountId: "111122223333"\n    region: eu-west-1\n`,
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  },
  check(target, report) {
    if (!target.hasEndpointService) return;
    const plan = planOf(target);
    if (plan?.outcome !== 'aws-in-tree-load-balancer') return;
    if (plan.model.loadBalancerType !== 'classic') return;
    report({
      message:
        'This becomes a Classic Load Balancer, which no endpoint service takes',
      remedy: `Set ${AWS}type: "nlb", or spec.loadBalancerClass: service.k8s.aws/nlb where the AWS Load Balancer Controller runs.`,
      evidence: [{ label: `${AWS}type`, value: 'missing' }],
    });
  },
});
