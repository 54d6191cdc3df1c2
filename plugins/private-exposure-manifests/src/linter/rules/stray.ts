import { createRule } from '../createRule';
import { StrayTarget } from '../targets';

const KEY = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
const service = (holder: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  ${holder}:\n    ${KEY}: "internal"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** Where what stands in a place is to go. */
function remedyFor({ kind, where }: StrayTarget): string {
  const isOfGateway = kind === 'Gateway' && where.startsWith('spec');
  const right = `${
    isOfGateway ? 'spec.infrastructure' : 'metadata'
  }.annotations`;
  const isNear = /^(metadata|spec\.infrastructure)\.\w+$/.test(where);
  return isNear
    ? `Rename '${where}' to '${right}', or move what stands there.`
    : `Move it to '${right}'.`;
}

/** Annotations where an object has none. @internal */
export const stray = createRule({
  id: 'annotation/stray',
  severity: 'error',
  reads: 'stray',
  page: {
    summary: 'An annotation stands where an object has no annotations.',
    why: 'Controllers read annotations from metadata.annotations, and for what a Gateway makes from spec.infrastructure.annotations. Under spec, at the root or under a misspelt key they are a field that Kubernetes does not know: it refuses the object, or drops them without a word, as it is asked to, and a load balancer that was to be internal is public. Objects of kinds that are not known here may have places of their own, so of those only the metadata is looked at.',
    bad: service('annotation'),
    good: service('annotations'),
    source:
      'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  },
  check(target, report) {
    const { keys, kind, where } = target;
    const [first, ...others] = keys;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    const place =
      where === '' ? `at the root of the ${kind}` : `under '${where}'`;
    report({
      message: `'${first}'${more} ${
        others.length > 0 ? 'stand' : 'stands'
      } ${place}, where Kubernetes knows no annotations; no controller reads them`,
      remedy: remedyFor(target),
      evidence: keys.map(value => ({ label: 'annotation', value })),
    });
  },
});
