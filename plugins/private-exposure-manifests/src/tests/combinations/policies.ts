import { Combination } from './Combination';

const path = 'main.tf';
const service = (lines: string) =>
  `resource "aws_vpc_endpoint_service" "payments" {\n  network_load_balancer_arns = [aws_lb.payments.arn]\n${lines}}\n`;
const ACCEPTED = '  acceptance_required = true\n';
const grant = (principal: string) =>
  `resource "aws_vpc_endpoint_service_allowed_principal" "billing" {\n  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id\n  principal_arn           = "${principal}"\n}\n`;
const ACCOUNT = grant('arn:aws:iam::111122223333:root');
const link = (line: string) =>
  `resource "azurerm_private_link_service" "payments" {\n  name = "payments"\n  load_balancer_frontend_ip_configuration_ids = [var.frontend_id]\n  ${line}\n}\n`;
const named = (name: string) =>
  service(`${ACCEPTED}  private_dns_name = "${name}"\n`);
const ONE = '00000000-0000-0000-0000-000000000001';
const OTHER = '00000000-0000-0000-0000-000000000002';
const zones = (zone: string) =>
  `data "aws_iam_policy_document" "dns" {\n  statement {\n    actions   = ["route53:ChangeResourceRecordSets"]\n    resources = ["arn:aws:route53:::hostedzone/${zone}"]\n  }\n}\n`;
const deployment = (image: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: payments\nspec:\n  selector: {matchLabels: {app: payments}}\n  template:\n    metadata: {labels: {app: payments}}\n    spec:\n      containers: [{name: payments, image: "${image}"}]\n`;

/** What opens a private connection to others than it is for. @internal */
export const policies: Combination[] = [
  {
    what: 'connections that nobody decides',
    rule: 'infrastructure/acceptance-off',
    path,
    bad: service('  acceptance_required = false\n'),
    good: service(ACCEPTED),
  },
  {
    what: 'every account may ask',
    rule: 'infrastructure/any-principal',
    path,
    bad: `${service(ACCEPTED)}${grant('*')}`,
    good: `${service(ACCEPTED)}${ACCOUNT}`,
  },
  {
    what: 'every account is connected',
    rule: 'infrastructure/any-principal',
    path,
    bad: `${service('  acceptance_required = false\n')}${grant('*')}`,
    good: `${service(ACCEPTED)}${ACCOUNT}`,
  },
  {
    what: 'a resource that rejects when it goes',
    rule: 'infrastructure/accepter-resource',
    path,
    bad: `resource "aws_vpc_endpoint_connection_accepter" "billing" {\n  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id\n  vpc_endpoint_id         = var.endpoint_id\n}\n`,
    good: ACCOUNT,
  },
  {
    what: 'every subscription may ask',
    rule: 'infrastructure/any-subscription',
    path,
    bad: link('visibility_subscription_ids = ["*"]'),
    good: link(`visibility_subscription_ids = ["${ONE}"]`),
  },
  {
    what: 'every subscription is connected',
    rule: 'infrastructure/any-subscription',
    path,
    bad: link('auto_approval_subscription_ids = ["*"]'),
    good: link(`visibility_subscription_ids = ["${ONE}"]`),
  },
  {
    what: 'a subscription approved that sees nothing',
    rule: 'infrastructure/auto-approval-invisible',
    path,
    bad: link(
      `visibility_subscription_ids = ["${ONE}"]\n  auto_approval_subscription_ids = ["${OTHER}"]`,
    ),
    good: link(
      `visibility_subscription_ids = ["${ONE}"]\n  auto_approval_subscription_ids = ["${ONE}"]`,
    ),
  },
  {
    what: 'a private name of another team',
    rule: 'infrastructure/foreign-private-name',
    path,
    domains: ['acme.example'],
    bad: named('payments.other.example'),
    good: named('payments.acme.example'),
  },
  {
    what: 'a private name that is a whole domain',
    rule: 'infrastructure/private-name-suffix',
    path,
    bad: named('com'),
    good: named('payments.acme.example'),
  },
  {
    what: 'a role that writes into all zones',
    rule: 'infrastructure/dns-all-zones',
    path,
    bad: zones('*'),
    good: zones('Z0123456789ABCDEFGHIJ'),
  },
  {
    what: 'a tunnel past everything',
    rule: 'kubernetes/tunnel-client',
    bad: deployment('ghcr.io/inlets/inlets-pro:0.9.40'),
    good: deployment('acme/payments:1.4.0'),
  },
];
