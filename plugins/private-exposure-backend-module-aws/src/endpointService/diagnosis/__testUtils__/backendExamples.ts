import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import {
  loadBalancer,
  seen,
  target,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { TargetGroup } from '../../../inspection/InspectedLoadBalancer';
import { seenOr } from '../../../inspection/look';
import type { ServiceInspection } from '../../inspection/ServiceInspection';
import { consumer, inspection } from './inspections';

const everyZone = ['euw1-az1', 'euw1-az2', 'euw1-az3'].map(zoneId =>
  target({ zoneId }),
);

/** A load balancer with target groups; each has a target in one zone, and leaves the rest to the load balancer. */
const withGroups = (...changes: Partial<TargetGroup>[]) => {
  const [group] = seenOr(loadBalancer().targetGroups) ?? [];
  return loadBalancer({
    targetGroups: seen(changes.map(change => ({ ...group, ...change }))),
  });
};

/** Of rules about the load balancer of an endpoint service and its targets, and about what nobody may look at. */
export const backendExamples: RuleExamples<ServiceInspection> = {
  'aws/load-balancer-gone': {
    noticed: [
      {
        name: 'no such load balancer',
        inspection: inspection({
          loadBalancers: [loadBalancer({ description: seen(undefined) })],
        }),
        says: "'payments', which does not exist",
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that may not be looked at',
        inspection: inspection({
          loadBalancers: [loadBalancer({ description: unseen('x:Y') })],
        }),
      },
    ],
  },
  'aws/targets-missing': {
    noticed: [
      {
        name: 'a target group without targets',
        inspection: inspection({
          loadBalancers: [loadBalancer({ targets: [] })],
        }),
        says: 'has no targets',
      },
      {
        name: 'no target group',
        inspection: inspection({
          loadBalancers: [loadBalancer({ targetGroups: seen([]) })],
        }),
        says: 'no target group',
      },
      {
        name: 'no listener',
        inspection: inspection({
          loadBalancers: [loadBalancer({ listeners: seen([]) })],
        }),
        says: 'no listener',
      },
    ],
    leftAlone: [
      {
        name: 'target groups that may not be looked at',
        inspection: inspection({
          loadBalancers: [loadBalancer({ targetGroups: unseen('x:Y') })],
        }),
      },
      {
        name: 'a load balancer that is gone, of which another rule speaks',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              description: seen(undefined),
              listeners: seen([]),
            }),
          ],
        }),
      },
    ],
  },
  'aws/targets-unhealthy': {
    noticed: [
      {
        name: 'one that times out',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              targets: [
                target(),
                target({
                  id: '10.0.2.7',
                  condition: 'unhealthy',
                  state: 'unhealthy',
                  reason: 'Target.Timeout: Request timed out',
                }),
              ],
            }),
          ],
        }),
        says: 'security groups let the load balancer',
      },
      {
        name: 'one that is not used',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              targets: [
                target({ condition: 'unused', reason: 'Target.NotInUse' }),
              ],
            }),
          ],
        }),
        says: 'add the listener or the zone',
      },
    ],
    leftAlone: [
      {
        name: 'targets that come and go, as in every rollout',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              targets: [
                target(),
                target({ condition: 'starting' }),
                target({ condition: 'leaving' }),
              ],
            }),
          ],
        }),
      },
    ],
  },
  'aws/cross-zone-off': {
    noticed: [
      {
        name: 'off, and all targets in one zone',
        inspection: inspection({
          loadBalancers: [loadBalancer({ crossZone: seen(false) })],
        }),
        says: "'payments-targets' has no target in euw1-az2 and euw1-az3",
      },
      {
        name: 'off for the target group alone',
        inspection: inspection({
          loadBalancers: [withGroups({ crossZone: seen(false) })],
        }),
        says: 'off for it: consumers there get no answer at TCP 443',
      },
      {
        name: 'off, and two listeners of which one has targets in every zone',
        inspection: inspection({
          loadBalancers: [
            {
              ...withGroups(
                { targets: seen(everyZone) },
                { arn: 'second', name: 'second' },
              ),
              crossZone: seen(false),
            },
          ],
        }),
        says: "'second' has no target in euw1-az2 and euw1-az3",
      },
    ],
    leftAlone: [
      {
        name: 'off for the load balancer, and on for the target group',
        inspection: inspection({
          loadBalancers: [
            {
              ...withGroups({ crossZone: seen(true) }),
              crossZone: seen(false),
            },
          ],
        }),
      },
      {
        name: 'off, and a target group that may not be looked at',
        inspection: inspection({
          loadBalancers: [
            {
              ...withGroups({ crossZone: unseen('x:Y') }),
              crossZone: seen(false),
            },
          ],
        }),
      },
      {
        name: 'off, and targets in every zone',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              crossZone: seen(false),
              targets: everyZone,
            }),
          ],
        }),
      },
      {
        name: 'off, and a target whose zone cannot be told',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              crossZone: seen(false),
              targets: [target(), target({ zoneId: undefined })],
            }),
          ],
        }),
      },
    ],
  },
  'aws/permission-missing': {
    noticed: [
      {
        name: 'the grants',
        inspection: inspection({ grants: unseen('ec2:DescribeIt') }),
        says: "Allow 'ec2:DescribeIt'",
      },
      {
        name: "a target group's own settings",
        inspection: inspection({
          loadBalancers: [withGroups({ crossZone: unseen('elb:Groups') })],
        }),
        says: "Allow 'elb:Groups'",
      },
      {
        name: "a consumer's account",
        inspection: inspection({
          consumers: [
            consumer({ subnets: unseen('sts:AssumeRole', '333344445555') }),
          ],
        }),
        says: '333344445555',
      },
    ],
    leftAlone: [
      {
        name: 'an outage on the side of a consumer',
        inspection: inspection({
          consumers: [{ ...consumer(), endpoint: unseen() }],
        }),
      },
      {
        name: 'a load balancer that is gone',
        inspection: inspection({
          loadBalancers: [loadBalancer({ description: seen(undefined) })],
        }),
      },
    ],
  },
};
