import { createRule } from '../createRule';

/** Destroying an accepter rejects the connection that it accepted, live or not. @internal */
export const accepterResource = createRule({
  id: 'infrastructure/accepter-resource',
  severity: 'warning',
  reads: 'endpoint-service',
  page: {
    summary: 'A resource accepts a connection, and rejects it when it goes.',
    why: 'Acceptance is a decision of a day, not a state to keep up: destroying or replacing the resource cuts a live consumer off.',
    bad: `resource "aws_vpc_endpoint_connection_accepter" "billing" {\n  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id\n  vpc_endpoint_id         = var.billing_endpoint_id\n}\n`,
    good: `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required        = true\n  network_load_balancer_arns = [aws_lb.payments.arn]\n}\n`,
    path: 'main.tf',
    source:
      'https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/vpc_endpoint_connection_accepter.html.markdown',
  },
  check(target, report) {
    for (const accepter of target.accepters) {
      report({
        at: accepter,
        message: `${accepter.value} rejects a live connection when it is destroyed or replaced`,
        remedy:
          'Leave acceptance to the inbox, and remove the resource from the state without destroying it.',
        evidence: [{ label: 'resource', value: accepter.value }],
      });
    }
  },
});
