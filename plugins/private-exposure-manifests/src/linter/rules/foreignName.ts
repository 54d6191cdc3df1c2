import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../../catalogues/externalDns';
import { parseHostnameList } from '../../values/externalDnsParsers';
import { isWithinDomain } from '../../values/domainName';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';

const service = (name: string) =>
  exampleService([
    `${AWS}scheme: "internal"`,
    `external-dns.kubernetes.io/hostname: "${name}"`,
  ]);

const NAME = /^(internal-)?hostname$/;

/** A name for external-dns in a domain of somebody else. @internal */
export const foreignName = createRule({
  id: 'external-dns/foreign-name',
  severity: 'warning',
  reads: 'annotations',
  about: key => key.endsWith('hostname'),
  page: {
    summary: 'A name lies outside of the domains that the config names.',
    why: 'A cluster’s external-dns often may write to the domains of several teams, and whoever writes a manifest may choose any name in them. What a repository may use stands in `domains` of its config; names are compared label by label, and the rule is silent without. What the cluster’s external-dns may write is another question, which external-dns/domain-of-cluster answers.',
    bad: service('payments.notacme.example'),
    good: service('payments.acme.example'),
    domains: ['acme.example'],
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check({ annotations, domains, profile }, report) {
    if (domains.length === 0) return;
    const prefixes = [
      externalDnsCatalogue.prefix,
      EXTERNAL_DNS_FORMER_PREFIX,
      profile?.externalDnsPrefix,
    ];
    for (const node of annotations) {
      const { key, value } = node;
      const at = key.indexOf('/') + 1;
      if (!prefixes.includes(key.slice(0, at))) continue;
      if (!NAME.test(key.slice(at))) continue;
      const foreign = parseHostnameList(value).filter(
        name =>
          name !== '' && !domains.some(domain => isWithinDomain(name, domain)),
      );
      if (foreign.length === 0) continue;
      report({
        at: node,
        message: `The domains that may be used here have no ${foreign.join(
          ', ',
        )}`,
        remedy: `Use a name in ${domains.join(
          ' or ',
        )}, or add the domain to 'domains' of the config.`,
        evidence: [
          { label: 'domains', value: domains.join(', ') },
          { label: key, value },
        ],
      });
    }
  },
});
