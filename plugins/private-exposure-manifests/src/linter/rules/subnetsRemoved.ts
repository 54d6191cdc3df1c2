import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const HOLDERS = [`${AWS}subnets`, `${ALB}subnets`];
const service = (subnets: string) =>
  exampleService([`${AWS}subnets: "${subnets}"`]);

/** Subnets that a live load balancer loses. @internal */
export const subnetsRemoved = createRule({
  id: 'change/subnets-removed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would take subnets from a live load balancer.',
    why: 'Its addresses in those zones go. Consumers with endpoints there lose their connections, unless another subnet of the same zone takes over.',
    before: service('subnet-0000000000000000a,subnet-0000000000000000b'),
    bad: service('subnet-0000000000000000a'),
    good: service('subnet-0000000000000000b,subnet-0000000000000000a'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const { before, after, name } = target;
    for (const key of HOLDERS) {
      const [from, to] = [
        findAnnotation(before, key),
        findAnnotation(after, key),
      ];
      if (!from || !to) continue;
      const kept = parseStringList(to.value);
      const gone = parseStringList(from.value).filter(id => !kept.includes(id));
      if (gone.length === 0) continue;
      const zones = gone.map(id => zoneOf(id, after.profile) ?? id);
      const left = kept.map(id => zoneOf(id, after.profile) ?? id);
      // Another subnet of a zone does as well for consumers there.
      const lost = zones.filter(zone => !left.includes(zone));
      if (lost.length === 0) continue;
      report({
        at: to,
        message: `A merge takes ${lost.join(
          ', ',
        )} from the load balancer of ${name}; connections there drop`,
        remedy:
          'Keep the subnets until no consumer has an endpoint in their zones.',
        evidence: [
          { label: 'subnets before', value: from.value },
          { label: 'subnets after', value: to.value },
        ],
      });
    }
  },
});

function zoneOf(
  name: string,
  profile:
    | { subnets: readonly { name?: string; id?: string; zoneId?: string }[] }
    | undefined,
): string | undefined {
  return profile?.subnets.find(
    subnet => subnet.id === name || subnet.name === name,
  )?.zoneId;
}
