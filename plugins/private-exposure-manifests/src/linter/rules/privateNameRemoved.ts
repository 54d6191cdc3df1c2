import { createRule } from '../createRule';

const code = (name: string) =>
  `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required = true\n  private_dns_name    = "${name}"\n}\n`;

/** A private DNS name by which consumers come. @internal */
export const privateNameRemoved = createRule({
  id: 'change/private-name-removed',
  severity: 'error',
  reads: 'change',
  page: {
    summary:
      'A merge would take the private DNS name of a live endpoint service, or change it.',
    why: 'Consumers that resolve the old name find nothing. A new one has to be verified before endpoints may use it, and their owners have to switch it on.',
    before: code('payments.acme.example'),
    bad: code('pay.acme.example'),
    good: code('payments.acme.example'),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  },
  check(target, report) {
    if (target.subject !== 'infrastructure') return;
    for (const gone of target.removedPrivateNames) {
      const { value } = gone;
      report({
        at: gone,
        message: `A merge takes the private DNS name ${value} from a live endpoint service`,
        remedy:
          'Keep the name, or make a second endpoint service with the new one and move consumers over.',
        evidence: [
          { label: 'before', value },
          { label: 'after', value: 'none, or another' },
        ],
      });
    }
  },
});
