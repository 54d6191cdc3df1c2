import { isSingleLabel } from '../../values/domainName';
import { createRule } from '../createRule';
import { endpointServiceNamed } from './examples';

/** A private DNS name that no one team can own. @internal */
export const privateNameSuffix = createRule({
  id: 'infrastructure/private-name-suffix',
  severity: 'error',
  reads: 'endpoint-service',
  page: {
    summary: 'A private DNS name is a single label, such as com.',
    why: 'Consumers get a private zone of that name in their VPC, which answers for everything below it. A single label is a public suffix or no domain at all, so nobody can verify it. Suffixes of more labels, such as co.uk, can’t be told without a list: name the domains that are yours in `domains`.',
    bad: endpointServiceNamed('*.com'),
    good: endpointServiceNamed('payments.acme.example'),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  },
  check({ privateDnsNames }, report) {
    for (const name of privateDnsNames) {
      if (!isSingleLabel(name.value)) continue;
      report({
        at: name,
        message: `'${name.value}' is a whole top-level domain, or none`,
        remedy: 'Use a name below a domain that you own.',
        evidence: [{ label: 'private_dns_name', value: name.value }],
      });
    }
  },
});
