import { createRule } from '../createRule';

const code = (acceptance: boolean) =>
  `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required        = ${acceptance}\n  network_load_balancer_arns = [aws_lb.payments.arn]\n}\n`;

/** Connections come up without a decision (Checkov CKV_AWS_123). @internal */
export const acceptanceOff = createRule({
  id: 'infrastructure/acceptance-off',
  severity: 'warning',
  reads: 'endpoint-service',
  page: {
    summary: 'An endpoint service takes connections without asking.',
    why: 'Whoever holds a grant is connected at once, and nobody has seen who came. Checkov reports it as CKV_AWS_123.',
    bad: code(false),
    good: code(true),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  },
  check(target, report) {
    for (const service of target.withoutAcceptance) {
      report({
        at: service,
        message: `${service.value} takes every connection of a granted principal without asking`,
        remedy: 'Require acceptance, and let the inbox or a rule decide.',
        evidence: [{ label: 'acceptance required', value: 'false' }],
      });
    }
  },
});
