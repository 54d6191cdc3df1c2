import { createRule } from '../createRule';

const code = (name: string) =>
  `resource "aws_vpc_endpoint_service" "${name}" {\n  acceptance_required        = true\n  network_load_balancer_arns = [aws_lb.payments.arn]\n}\n`;

/** An endpoint service goes, and every connection with it. @internal */
export const endpointServiceRemoved = createRule({
  id: 'change/endpoint-service-removed',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would remove an endpoint service.',
    why: 'Another address in the code is another resource: Terraform destroys the old one and makes a new one, with another service name. AWS refuses that while consumers are connected; once they are rejected, each has to make a new endpoint. A moved block keeps what is there.',
    before: code('payments'),
    bad: code('billing'),
    good: `${code(
      'billing',
    )}\nmoved {\n  from = aws_vpc_endpoint_service.payments\n  to   = aws_vpc_endpoint_service.billing\n}\n`,
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/delete-endpoint-service.html',
  },
  check(target, report) {
    if (target.subject !== 'infrastructure') return;
    for (const gone of target.removedServices) {
      const { value } = gone;
      report({
        at: gone,
        message: `A merge removes endpoint service ${value}, and all its consumers lose their connections`,
        remedy:
          'Add a moved block if it only has another name now. Else tell consumers and reject their connections first.',
        evidence: [
          { label: 'before', value },
          { label: 'after', value: 'none' },
        ],
      });
    }
  },
});
