import { externalDnsContextOf, planExternalDns } from '../../plan/externalDns';
import { createRule } from '../createRule';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';

const service = (name: string) =>
  exampleService([
    `${AWS}scheme: "internal"`,
    `external-dns.kubernetes.io/hostname: "${name}"`,
  ]);

/** A name that the cluster's external-dns may not write. @internal */
export const domainOfCluster = createRule({
  id: 'external-dns/domain-of-cluster',
  severity: 'warning',
  reads: 'annotations',
  about: key => key.endsWith('hostname'),
  page: {
    summary:
      'A name lies outside of the domains that external-dns may write to.',
    why: 'Its domain filter leaves other names out without a word, so no record is written.',
    bad: service('payments.example.org'),
    good: service('payments.example.com'),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/flags.md',
  },
  check(target, report) {
    const { profile } = target;
    const context = profile && externalDnsContextOf(profile);
    if (!context?.prefix || !profile?.externalDnsDomains?.length) return;
    const names = ['hostname', 'internal-hostname'];
    for (const node of target.annotations) {
      const { key, value } = node;
      if (!names.some(name => key === `${context.prefix}${name}`)) continue;
      const plan = planExternalDns(
        { kind: 'Service', metadata: { annotations: { [key]: value } } },
        context,
      );
      if (!plan.reconciled || plan.filteredNames.length === 0) continue;
      report({
        at: node,
        message: `external-dns of cluster ${
          profile.name
        } writes no record for ${plan.filteredNames.join(', ')}`,
        remedy: `Use a name below ${profile.externalDnsDomains.join(
          ' or ',
        )}, or let it write to the domain.`,
        evidence: [
          { label: 'domains', value: profile.externalDnsDomains.join(', ') },
          { label: key, value },
        ],
      });
    }
  },
});
