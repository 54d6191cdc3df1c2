import { ClusterProfile } from '../../intents/clusterProfile';
import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { subnetsNamed } from '../subnetsNamed';
import { findAnnotation } from '../targets/Placed';
import { ALB, EXAMPLE_CLUSTER, exampleIngress } from './examples';

const KEY = `${ALB}subnets`;

const listOf = ({ subnets }: ClusterProfile) =>
  subnets.map(({ id, zoneId }) => `${id} (${zoneId})`).join(', ');

/** Subnets of an Ingress that its cluster can't use. @internal */
export const ingressSubnets = createRule({
  id: 'alb/ingress-subnets',
  severity: 'error',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary:
      'Subnets that the cluster does not have, that share a zone, or that are too few.',
    why: 'An Application Load Balancer stands in two zones at least, with one subnet in each, of its own network. Subnets that another account shares are used by their ids; once they are no longer shared, the controller refuses them.',
    bad: exampleIngress([
      `${KEY}: "subnet-0000000000000000a,subnet-0000000000000000f"`,
    ]),
    good: exampleIngress([
      `${KEY}: "subnet-0000000000000000a,subnet-0000000000000000b"`,
    ]),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/networking/subnet_resolver.go',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const { profile } = target;
    if (!node || profile?.cloud !== 'aws' || profile.subnets.length === 0)
      return;
    const names = parseStringList(node.value);
    const known = subnetsNamed(names, profile);
    const unknown = known
      .filter(({ isForeign }) => isForeign)
      .map(({ name }) => name);
    const zones = known.flatMap(({ subnet }) =>
      subnet ? [subnet.zoneId] : [],
    );
    const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
    const say = (message: string, remedy: string) =>
      report({
        at: node,
        ...{ message, remedy },
        evidence: [{ label: KEY, value: node.value }],
      });
    if (unknown.length > 0) {
      say(
        `Cluster ${profile.name} has no subnet ${unknown.join(', ')}`,
        `Use its own: ${listOf(profile as ClusterProfile)}.`,
      );
    }
    if (twice) {
      say(
        `Two of the subnets are in zone ${twice}; a load balancer takes one a zone`,
        'Keep one subnet of each zone.',
      );
    }
    if (names.length === 1) {
      say(
        'An Application Load Balancer needs subnets of two zones at least',
        `Name one more of: ${listOf(profile as ClusterProfile)}.`,
      );
    }
  },
});
