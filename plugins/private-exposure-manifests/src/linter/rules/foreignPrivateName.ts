import { isSingleLabel, isWithinDomain } from '../../values/domainName';
import { createRule } from '../createRule';
import { endpointServiceNamed } from './examples';

/** A private DNS name in a domain of somebody else. @internal */
export const foreignPrivateName = createRule({
  id: 'infrastructure/foreign-private-name',
  severity: 'error',
  reads: 'endpoint-service',
  page: {
    summary:
      'A private DNS name lies outside of the domains that the config names.',
    why: 'In a VPC with an endpoint, the name leads to this service and no longer to its owner’s: whoever chooses it takes over what consumers call. The rule compares label by label, and is silent where the config names no `domains`. A dot in front of a domain leaves the domain itself out.',
    bad: endpointServiceNamed('payments.notacme.example'),
    good: endpointServiceNamed('payments.acme.example'),
    path: 'main.tf',
    domains: ['acme.example'],
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  },
  check({ privateDnsNames, domains }, report) {
    if (domains.length === 0) return;
    for (const name of privateDnsNames) {
      const { value } = name;
      // A rule of its own says more of these.
      if (isSingleLabel(value)) continue;
      if (domains.some(domain => isWithinDomain(value, domain))) continue;
      report({
        at: name,
        message: `'${value}' lies in none of the domains that may be used here`,
        remedy: `Use a name in ${domains.join(
          ' or ',
        )}, or add the domain to 'domains' of the config.`,
        evidence: [
          { label: 'domains', value: domains.join(', ') },
          { label: 'private_dns_name', value },
        ],
      });
    }
  },
});
