import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';

const inputs = (subnets: string) =>
  `${exampleService([
    `${AWS}subnets: "${subnets}"`,
  ])}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties: {AcceptanceRequired: true}\n`;

/** Zones of the cluster in which the load balancer has no subnet. @internal */
export const zonesUncovered = createRule({
  id: 'aws/zones-uncovered',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}subnets`],
  page: {
    summary: 'The load balancer leaves out a zone of its cluster.',
    why: 'An endpoint can stand only in zones that the load balancer has too, compared by zone id. Consumers whose subnets are elsewhere are told that the service does not support their zone.',
    bad: inputs('subnet-0000000000000000a'),
    good: inputs('subnet-0000000000000000a,subnet-0000000000000000b'),
    cluster: EXAMPLE_CLUSTER,
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-subnets');
    const { profile } = target;
    if (!node || profile?.cloud !== 'aws' || !target.hasEndpointService) return;
    const named = parseStringList(node.value);
    // The controller refuses an empty list, which is said elsewhere.
    if (named.length === 0) return;
    const chosen = profile.subnets.filter(
      ({ id, name }) =>
        named.includes(id) || (name !== undefined && named.includes(name)),
    );
    // Subnets that the profile doesn't know have a rule of their own, and may be in any zone.
    if (chosen.length < named.length) return;
    const covered = chosen.map(({ zoneId }) => zoneId);
    const left = profile.subnets.filter(
      ({ zoneId }) => !covered.includes(zoneId),
    );
    const zones = [...new Set(left.map(({ zoneId }) => zoneId))];
    if (zones.length === 0) return;
    report({
      at: node,
      message: `Consumers in ${zones.join(
        ', ',
      )} can't connect: the load balancer has no subnet there`,
      remedy: `Add ${left
        .map(({ id, zoneId }) => `${id} (${zoneId})`)
        .join(' or ')}, or tell consumers which zones there are.`,
      evidence: [{ label: 'zones covered', value: covered.join(', ') }],
    });
  },
});
