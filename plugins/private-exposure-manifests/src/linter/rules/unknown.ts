import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../../catalogues';
import { createRule } from '../createRule';
import { didYouMean } from '../didYouMean';
import {
  CataloguedTarget,
  findRows,
  knownKeys,
  readerOf,
} from '../KnownAnnotations';
import { meantKey } from '../meantKey';
import { rememberTexts } from '../rememberTexts';

// Below these, every key belongs to a controller whose table is complete; others have keys of many.
const TERRITORIES = [
  'service.beta.kubernetes.io/aws-load-balancer-',
  'service.beta.kubernetes.io/azure-',
  'service.beta.kubernetes.io/load-balancer-',
  'alb.ingress.kubernetes.io/',
  externalDnsCatalogue.prefix,
  EXTERNAL_DNS_FORMER_PREFIX,
].filter(start => knownKeys.some(key => key.startsWith(start)));

const isStrange = (key: string) =>
  (TERRITORIES.some(start => key.startsWith(start)) ||
    meantKey(key) !== undefined) &&
  findRows(key).length === 0;

/** What keeps a load balancer inside where anything else makes a public one. */
const KEEPS_INSIDE = 'service.beta.kubernetes.io/azure-load-balancer-internal';

/** The known names below each prefix. */
const knownNames = new Map<string, string[]>();
for (const key of knownKeys) {
  const slash = key.indexOf('/') + 1;
  const prefix = key.slice(0, slash);
  const names = knownNames.get(prefix) ?? [];
  knownNames.set(prefix, [...names, key.slice(slash)]);
}

/** The key that was meant, if one is near. A slip is copied to many objects, and takes long to look for. */
const findMeant = rememberTexts((key): string | undefined => {
  const meant = meantKey(key);
  if (meant !== undefined) return meant;
  const slash = key.indexOf('/') + 1;
  const prefix = key.slice(0, slash);
  const near = didYouMean(key.slice(slash), knownNames.get(prefix) ?? []);
  return near && `${prefix}${near}`;
});

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}${name}: "internal"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** Whether Azure may read the annotations of a place. */
function mayBeAzures(target: CataloguedTarget): boolean {
  const reader = readerOf(target);
  return (
    target.type === 'service' &&
    (reader === undefined || reader === 'cloud-provider-azure')
  );
}

/** A key that no controller knows: it is ignored without a word. @internal */
export const unknown = createRule({
  id: 'annotation/unknown',
  severity: 'warning',
  reads: 'annotations',
  about: isStrange,
  page: {
    summary: 'No controller knows the annotation.',
    why: 'Kubernetes takes any key, and controllers look only for those that they know. A mistyped key is a setting that was never made.',
    bad: service('shceme'),
    good: service('scheme'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/constants.go',
  },
  check(target, report) {
    const nodes = [...target.annotations, ...target.placeholders];
    const strange = nodes.filter(({ key }) => isStrange(key));
    if (strange.length === 0) return;
    const taken = new Set(nodes.map(({ key }) => key));
    for (const node of strange) {
      const right = findMeant(node.key);
      const isPublic =
        right === KEEPS_INSIDE && !taken.has(right) && mayBeAzures(target);
      report({
        at: node,
        severity: isPublic ? 'error' : 'warning',
        message: isPublic
          ? `No controller knows '${node.key}': Azure makes a public load balancer`
          : `No controller knows '${node.key}'; it is ignored`,
        remedy: right
          ? `Did you mean '${right}'?`
          : 'Remove it, or look its name up in the reference.',
        evidence: [{ label: node.key, value: node.value }],
        // What is live would turn from public to internal: that is for people to decide.
        fix:
          right && right !== KEEPS_INSIDE && !taken.has(right)
            ? node.renamedTo(right)
            : undefined,
      });
      if (right) taken.add(right);
    }
  },
});
