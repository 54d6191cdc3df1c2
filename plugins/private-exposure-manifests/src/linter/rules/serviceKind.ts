import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { AWS, exampleService } from './examples';

const KEY =
  /^external-dns(?:\.alpha)?\.kubernetes\.io\/(access|endpoints-type)$/;
const KINDS: Record<
  string,
  { what: string; isIt(target: ServiceTarget): boolean }
> = {
  access: {
    what: 'Services of type NodePort',
    isIt: ({ object }) => object?.spec?.type === 'NodePort',
  },
  'endpoints-type': {
    what: 'headless Services',
    isIt: ({ object }) => object?.spec?.clusterIP === 'None',
  },
};
const NAME = 'external-dns.kubernetes.io/hostname: "payments.example.com"';
const SCHEME = `${AWS}scheme: "internal"`;

/** A setting of external-dns for another kind of Service. @internal */
export const serviceKind = createRule({
  id: 'external-dns/service-kind',
  severity: 'warning',
  reads: 'service',
  about: key => KEY.test(key),
  page: {
    summary: 'A setting is for another kind of Service.',
    why: 'external-dns asks which addresses of nodes to take for Services of type NodePort and headless ones alone. The records of a load balancer are its own addresses, so a record that was to stay private may not.',
    bad: exampleService([
      SCHEME,
      NAME,
      'external-dns.kubernetes.io/access: "private"',
    ]),
    good: exampleService([SCHEME, NAME]),
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check(target, report) {
    if (target.isPartial || target.object?.kind !== 'Service') return;
    for (const node of target.annotations) {
      const [, name] = KEY.exec(node.key) ?? [];
      if (!name || KINDS[name].isIt(target)) continue;
      report({
        at: node,
        message: `'${node.key}' is read for ${KINDS[name].what} alone`,
        remedy: 'Remove it.',
        evidence: [
          {
            label: 'spec.type',
            value: String(target.object.spec?.type ?? 'ClusterIP'),
          },
        ],
      });
    }
  },
});
