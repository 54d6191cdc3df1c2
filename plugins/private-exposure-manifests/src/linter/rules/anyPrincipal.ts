import { createRule } from '../createRule';

const grant = (principal: string) =>
  `resource "aws_vpc_endpoint_service_allowed_principal" "billing" {\n  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id\n  principal_arn           = "${principal}"\n}\n`;

/** With `*` every AWS account may ask to connect. @internal */
export const anyPrincipal = createRule({
  id: 'infrastructure/any-principal',
  severity: 'warning',
  reads: 'endpoint-service',
  page: {
    summary: 'Every AWS account may ask to connect.',
    why: 'The principal * stands for all accounts. With acceptance the decision alone keeps strangers out, and without it nothing does.',
    bad: grant('*'),
    good: grant('arn:aws:iam::111122223333:root'),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions',
  },
  check(target, report) {
    const isOpen = target.withoutAcceptance.length > 0;
    for (const principal of target.principals.filter(
      ({ value }) => value === '*',
    )) {
      report({
        at: principal,
        severity: isOpen ? 'error' : 'warning',
        message: isOpen
          ? 'Any AWS account can connect, and nobody is asked'
          : 'Any AWS account may ask to connect; only the acceptance stands between',
        remedy: 'Name the accounts that are meant, one grant each.',
        evidence: [{ label: 'principal', value: principal.value }],
      });
    }
  },
});
