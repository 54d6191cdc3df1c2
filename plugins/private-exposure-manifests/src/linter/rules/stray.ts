import { createRule } from '../createRule';
import { StrayTarget } from '../targets';

const KEY = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
const service = (holder: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  ${holder}:\n    ${KEY}: "internal"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** Where annotations of what a place is in are read from. */
function rightPlace({ kind, where }: StrayTarget): string {
  const isOfGateway = kind === 'Gateway' && where.startsWith('spec');
  return `${isOfGateway ? 'spec.infrastructure' : 'metadata'}.annotations`;
}

/** What is wrong with a place, and how to put it right. */
function judge(target: StrayTarget): { place: string; remedy: string } {
  const { kind, where } = target;
  const right = rightPlace(target);
  if (where === right)
    return {
      place: `in a list under '${where}', where Kubernetes takes a map`,
      remedy: `Write '${right}' as one map, without the list.`,
    };
  const isNear = /^(metadata|spec\.infrastructure)\.\w+$/.test(where);
  const at = where === '' ? `at the root of the ${kind}` : `under '${where}'`;
  return {
    place: `${at}, where Kubernetes knows no annotations`,
    remedy: isNear
      ? `Rename '${where}' to '${right}', or move what stands there.`
      : `Move it to '${right}'.`,
  };
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
    const { keys } = target;
    const [first, ...others] = keys;
    const what =
      others.length > 0
        ? `'${first}' and ${others.length} more stand`
        : `'${first}' stands`;
    const { place, remedy } = judge(target);
    report({
      message: `${what} ${place}; no controller reads ${
        others.length > 0 ? 'them' : 'it'
      }`,
      remedy,
      evidence: keys.map(value => ({ label: 'annotation', value })),
    });
  },
});
