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

const stranger = {
  ...consumer().connection,
  nativeId: 'vpce-2',
  consumer: { account: '444455556666', region: 'eu-west-1' },
};
const withListener = (change: object) =>
  loadBalancer({
    listeners: seen([
      {
        arn: 'listener',
        port: 443,
        protocol: 'TCP',
        targetGroupArns: [],
        ...change,
      },
    ]),
  });
const withRule = (change: object) =>
  loadBalancer({
    securityGroups: seen([
      {
        id: 'sg-1',
        inbound: [
          {
            protocol: 'tcp',
            cidrs: [],
            groups: [],
            prefixLists: [],
            ...change,
          },
        ],
      },
    ]),
  });
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

/** What each rule notices, and what it must leave alone. An inspection of a service that works is left alone by all. */
export const ruleExamples: RuleExamples<ServiceInspection> = {
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
  'aws/security-group-drops-consumers': {
    noticed: [
      {
        name: 'no rule for the port',
        inspection: inspection({
          loadBalancers: [
            withRule({ fromPort: 80, toPort: 80, cidrs: ['0.0.0.0/0'] }),
          ],
        }),
        says: 'All consumers are dropped at TCP 443',
      },
      {
        name: 'only security groups',
        inspection: inspection({
          loadBalancers: [
            withRule({ fromPort: 443, toPort: 443, groups: ['sg-2'] }),
          ],
        }),
        says: 'consumers come from other networks',
      },
      {
        name: "a range that leaves all of a consumer's network out",
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.17.0.0/16', '::/0'] })],
        }),
        says: '172.16.1.0/24 and 172.16.2.0/24 and 172.16.3.0/24',
      },
    ],
    leftAlone: [
      {
        name: "a range that leaves a part of a consumer's network out",
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.16.1.0/24'] })],
        }),
      },
      {
        name: 'a network that may not be looked at',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.17.0.0/16'] })],
          consumers: [consumer({ clientRanges: unseen('x:Y') })],
        }),
      },
      {
        name: 'enforcement that is off',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({ inbound: [], is: { filtersPrivateLink: false } }),
          ],
        }),
      },
      {
        name: 'a rule for all protocols and ports',
        inspection: inspection({
          loadBalancers: [
            withRule({ protocol: '-1', cidrs: ['172.16.0.0/12'] }),
          ],
        }),
      },
      {
        name: 'a prefix list, whose content is not looked at',
        inspection: inspection({
          loadBalancers: [
            withRule({ fromPort: 443, toPort: 443, prefixLists: ['pl-1'] }),
          ],
        }),
      },
      {
        name: 'groups of which not all were seen',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              inbound: [],
              is: { securityGroupIds: ['sg-1', 'sg-2'] },
            }),
          ],
        }),
      },
    ],
  },
  'aws/security-group-drops-some-addresses': {
    noticed: [
      {
        name: "a range that leaves a consumer's subnet out",
        inspection: inspection({
          loadBalancers: [
            loadBalancer({ inbound: ['172.16.0.0/23', '172.16.3.0/24'] }),
          ],
        }),
        says: 'leave out 172.16.2.0/24, or some of it',
      },
      {
        name: "no more than the address of the consumer's endpoint",
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.16.1.9/32'] })],
        }),
        says: 'the address of the client, not that of the endpoint',
      },
      {
        name: 'one of the two versions of IP that a network has',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['0.0.0.0/0'] })],
          consumers: [
            consumer({
              clientRanges: seen(['172.16.1.0/24', '2001:db8:1::/64']),
            }),
          ],
        }),
        says: 'leave out 2001:db8:1::/64',
      },
      {
        name: 'a network of more subnets than anybody wants to read',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['10.0.0.0/24'] })],
          consumers: [
            consumer({
              clientRanges: seen(
                Array.from({ length: 40 }, (_, index) => `10.0.${index}.0/24`),
              ),
            }),
          ],
        }),
        says: 'leave out 10.0.1.0/24 and 10.0.2.0/24 and 10.0.3.0/24 and 36 more, or some of it',
      },
    ],
    leftAlone: [
      {
        name: 'rules that cover a network together',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({
              inbound: [
                '172.16.1.128/25',
                '172.16.1.0/25',
                '172.16.2.0/24',
                '172.16.3.0/24',
              ],
            }),
          ],
        }),
      },
      {
        name: 'a network of which nothing is let in, of which another rule speaks',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.17.0.0/16'] })],
        }),
      },
    ],
  },
  'aws/security-group-limits-consumers': {
    noticed: [
      {
        name: 'a range, and a consumer that is not ours',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.16.0.0/12'] })],
          connections: [stranger],
        }),
        says: '444455556666',
      },
    ],
    leftAlone: [
      {
        name: 'a range, and none but consumers of ours',
        inspection: inspection({
          loadBalancers: [loadBalancer({ inbound: ['172.16.0.0/12'] })],
        }),
      },
      {
        name: 'everywhere, and a consumer that is not ours',
        inspection: inspection({ connections: [stranger] }),
      },
    ],
  },
  'aws/load-balancer-without-security-group': {
    noticed: [
      {
        name: 'none',
        inspection: inspection({
          loadBalancers: [loadBalancer({ is: { securityGroupIds: [] } })],
        }),
        says: 'can never have one',
      },
    ],
    leftAlone: [
      {
        name: 'a gateway load balancer, which never has any',
        inspection: inspection({
          loadBalancers: [
            loadBalancer({ is: { type: 'gateway', securityGroupIds: [] } }),
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
  'aws/consumer-zone-not-covered': {
    noticed: [
      {
        name: 'a subnet in another zone',
        inspection: inspection({
          service: { zoneIds: ['euw1-az1', 'euw1-az3'] },
        }),
        says: 'in euw1-az2, which the service does not cover',
      },
    ],
    leftAlone: [
      {
        name: 'a consumer in another region, where zones need not match',
        inspection: inspection({
          service: { zoneIds: ['use1-az1'] },
          scope: { ...inspection().scope, region: 'us-east-1' },
        }),
      },
      {
        name: 'a service that names no zones, with load balancers in all',
        inspection: inspection({ service: { zoneIds: [] } }),
      },
    ],
  },
  'aws/consumer-endpoint-failed': {
    noticed: [
      {
        name: 'a failed endpoint with its error',
        inspection: inspection({
          consumers: [
            consumer({ state: 'Failed', lastError: 'InvalidSubnet: full' }),
          ],
        }),
        says: 'vpce-1',
      },
    ],
    leftAlone: [
      {
        name: 'an endpoint that waits',
        inspection: inspection({
          consumers: [consumer({ state: 'pendingAcceptance' })],
        }),
      },
    ],
  },
  'aws/consumer-dns-off': {
    noticed: [
      {
        name: 'host names off in the network',
        inspection: inspection({
          consumers: [
            consumer({ vpcDns: seen({ support: true, hostnames: false }) }),
          ],
        }),
        says: 'its VPC has enableDnsHostnames off',
      },
      {
        name: 'both off in the network',
        inspection: inspection({
          consumers: [
            consumer({ vpcDns: seen({ support: false, hostnames: false }) }),
          ],
        }),
        says: 'enableDnsSupport and enableDnsHostnames',
      },
    ],
    leftAlone: [
      {
        name: 'a consumer who does not use the private name',
        inspection: inspection({
          consumers: [
            consumer({
              privateDnsEnabled: false,
              vpcDns: seen({ support: false, hostnames: false }),
            }),
          ],
        }),
      },
      {
        name: 'settings that may not be looked at',
        inspection: inspection({
          consumers: [consumer({ vpcDns: unseen('ec2:DescribeVpcAttribute') })],
        }),
      },
    ],
  },
  'aws/private-dns-unverified': {
    noticed: [
      {
        name: 'pending, with the exact record',
        inspection: inspection({
          service: {
            domain: {
              domain: '*.k.acme.example',
              state: 'pending',
              record: {
                type: 'TXT',
                name: '_6e86v84tqgqubxbwii1m.k.acme.example',
                value: 'vpce:l6p0ERxlTt45jevFwOCp',
              },
            },
          },
        }),
        says: "'_6e86v84tqgqubxbwii1m.k.acme.example' with the value 'vpce:l6p0ERxlTt45jevFwOCp'",
      },
      {
        name: 'failed, with where a doubled zone would have put it',
        inspection: inspection({
          service: {
            domain: {
              domain: 'acme.example',
              state: 'failed',
              record: { type: 'TXT', name: '_1.acme.example', value: 'vpce:x' },
            },
          },
        }),
        says: "'_1.acme.example.acme.example'",
      },
    ],
    leftAlone: [
      {
        name: 'no private name',
        inspection: inspection({ service: { domain: undefined } }),
      },
    ],
  },
  'aws/everyone-may-connect': {
    noticed: [
      {
        name: 'the star, without acceptance',
        inspection: inspection({
          service: { acceptanceRequired: false },
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
        says: 'nobody has to accept',
      },
    ],
    leftAlone: [
      {
        name: 'the star, with acceptance',
        inspection: inspection({
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
      },
      {
        name: 'no acceptance, and accounts by name',
        inspection: inspection({ service: { acceptanceRequired: false } }),
      },
    ],
  },
  'aws/everyone-may-ask': {
    noticed: [
      {
        name: 'the star, with acceptance',
        inspection: inspection({
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
        says: 'only acceptance',
      },
    ],
    leftAlone: [
      {
        name: 'the star, without acceptance, of which another rule speaks',
        inspection: inspection({
          service: { acceptanceRequired: false },
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
      },
    ],
  },
  'aws/idle-timeout-across-regions': {
    noticed: [
      {
        name: 'other regions and a timeout of its own',
        inspection: inspection({
          service: { remoteRegions: ['us-east-1'] },
          loadBalancers: [withListener({ customIdleTimeout: seen(600) })],
        }),
        says: '600 seconds',
      },
    ],
    leftAlone: [
      {
        name: 'other regions and the usual timeout',
        inspection: inspection({
          service: { remoteRegions: ['us-east-1'] },
          loadBalancers: [withListener({ customIdleTimeout: seen(undefined) })],
        }),
      },
    ],
  },
  'aws/consumer-not-seen': {
    noticed: [
      {
        name: 'an outage on the side of a consumer',
        inspection: inspection({
          consumers: [
            { ...consumer(), endpoint: unseen(undefined, '333344445555') },
          ],
        }),
        says: '333344445555',
      },
    ],
    leftAlone: [
      {
        name: 'a permission that is missing, of which another rule speaks',
        inspection: inspection({
          consumers: [{ ...consumer(), endpoint: unseen('ec2:DescribeIt') }],
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
