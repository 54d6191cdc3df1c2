import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, EXAMPLE_CLUSTER, exampleIngress } from './examples';

const KEY = `${ALB}group.name`;
const ingress = (group: string) => exampleIngress([`${KEY}: "${group}"`]);

/** A shared load balancer that the cluster doesn't know, or not for this namespace. @internal */
export const groupOfCluster = createRule({
  id: 'alb/group-of-cluster',
  severity: 'error',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'An Ingress joins a group that its cluster does not have for it.',
    why: 'Whoever joins a group adds rules to the load balancer of others, and may take their requests over. The cluster’s ingressGroups say which groups there are and which namespaces may join; the rule is silent without them.',
    bad: ingress('platform'),
    good: ingress('payments'),
    cluster: `${EXAMPLE_CLUSTER}    ingressGroups: [{name: payments}]\n`,
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const { profile, object } = target;
    if (!node || profile?.cloud !== 'aws' || !profile.ingressGroups) return;
    const name = node.value.trim();
    const group = profile.ingressGroups.find(one => one.name === name);
    const namespace = object?.metadata.namespace;
    const isBarred =
      group?.namespaces !== undefined &&
      namespace !== undefined &&
      !group.namespaces.includes(namespace);
    if (name === '' || (group && !isBarred)) return;
    report({
      at: node,
      message: group
        ? `Namespace ${namespace} may not join group '${name}' of cluster ${profile.name}`
        : `Cluster ${profile.name} has no group '${name}' to join`,
      remedy: group
        ? `Use a group that is open to it; this one is for ${group.namespaces?.join(
            ', ',
          )}.`
        : `Use one of its own: ${profile.ingressGroups
            .map(one => one.name)
            .join(', ')}; or have it added to the cluster's ingressGroups.`,
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
