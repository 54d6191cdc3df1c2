import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import {
  loadBalancer,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { ServiceInspection } from '../../inspection/ServiceInspection';
import { consumer, inspection } from './inspections';

const stranger = {
  ...consumer().connection,
  nativeId: 'vpce-2',
  consumer: { account: '444455556666', region: 'eu-west-1' },
};

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

/** Of rules about the security groups of its load balancer. */
export const securityGroupExamples: RuleExamples<ServiceInspection> = {
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
};
