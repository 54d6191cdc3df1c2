import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../../catalogues';
import { externalDnsContextOf } from '../../plan/externalDns';
import { createRule } from '../createRule';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';

const PREFIXES = [externalDnsCatalogue.prefix, EXTERNAL_DNS_FORMER_PREFIX];
const NAMES = externalDnsCatalogue.annotations.map(({ key }) => key);
const service = (prefix: string) =>
  exampleService([
    `${AWS}scheme: "internal"`,
    `${prefix}hostname: "payments.example.com"`,
  ]);

/** A key for external-dns with a prefix that the cluster's does not read. @internal */
export const prefixOfCluster = createRule({
  id: 'external-dns/prefix-of-cluster',
  severity: 'error',
  reads: 'annotations',
  about: key => PREFIXES.some(start => key.startsWith(start)),
  page: {
    summary: 'external-dns reads another prefix in this cluster.',
    why: 'The prefix changed in external-dns 0.22, and each installation can have its own. What stands under another one is not seen, so no record is written.',
    bad: service(EXTERNAL_DNS_FORMER_PREFIX),
    good: service(externalDnsCatalogue.prefix),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check(target, report) {
    const { profile } = target;
    const prefix = profile && externalDnsContextOf(profile)?.prefix;
    if (!profile || !prefix) return;
    const keys = new Set(target.annotations.map(({ key }) => key));
    for (const node of [...target.annotations, ...target.placeholders]) {
      const other = PREFIXES.find(
        start => start !== prefix && node.key.startsWith(start),
      );
      const name = other && node.key.slice(other.length);
      if (!name || !NAMES.some(known => known === name)) continue;
      // Both prefixes may stand side by side, so that two versions can read the object.
      if (keys.has(`${prefix}${name}`)) continue;
      report({
        at: node,
        message: `external-dns of cluster ${profile.name} reads '${prefix}', not '${node.key}'`,
        remedy: `Write '${prefix}${name}'.`,
        evidence: [
          { label: 'prefix of the cluster', value: prefix },
          { label: node.key, value: node.value },
        ],
        fix: node.renamedTo(`${prefix}${name}`),
      });
    }
  },
});
