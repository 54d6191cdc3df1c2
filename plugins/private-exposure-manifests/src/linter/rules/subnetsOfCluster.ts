import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { subnetsNamed } from '../subnetsNamed';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';
import { annotationOf } from '../targets/ServiceTarget';

/** Subnets that the cluster doesn't have, or two of the same zone. @internal */
export const subnetsOfCluster = createRule({
  id: 'aws/subnets-of-cluster',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}subnets`],
  page: {
    summary: 'Subnets that the cluster does not have, or two of one zone.',
    why: 'A load balancer stands in subnets of its own network, one for each zone. The controller refuses anything else.',
    bad: exampleService([
      `${AWS}subnets: "subnet-0000000000000000a,subnet-0000000000000000f"`,
    ]),
    good: exampleService([
      `${AWS}subnets: "subnet-0000000000000000a,subnet-0000000000000000b"`,
    ]),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/networking/subnet_resolver.go',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-subnets');
    const { profile } = target;
    if (!node || profile?.cloud !== 'aws' || profile.subnets.length === 0)
      return;
    const evidence = [{ label: node.key, value: node.value }];
    const known = subnetsNamed(parseStringList(node.value), profile);
    const unknown = known
      .filter(({ isForeign }) => isForeign)
      .map(({ name }) => name);
    if (unknown.length) {
      report({
        at: node,
        message: `Cluster ${profile.name} has no subnet ${unknown.join(', ')}`,
        remedy: `Use its own: ${profile.subnets
          .map(({ id, zoneId }) => `${id} (${zoneId})`)
          .join(', ')}.`,
        evidence,
      });
    }
    const zones = known.flatMap(({ subnet }) =>
      subnet ? [subnet.zoneId] : [],
    );
    const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
    if (twice) {
      report({
        at: node,
        message: `Two of the subnets are in zone ${twice}; a load balancer takes one a zone`,
        remedy: 'Keep one subnet of each zone.',
        evidence,
      });
    }
  },
});
