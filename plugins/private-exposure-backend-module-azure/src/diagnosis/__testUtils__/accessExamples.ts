import {
  connection,
  consumer,
  firewall,
  frontDoor,
  linkResource,
  origin,
  seen,
  service,
  unseen,
} from './inspections';
import type { RuleExamples } from './ruleExamples';
import { balancerSeenAs } from './balancerSeenAs';

const open = (visible: string[], autoApproved: string[]) =>
  service({ service: { access: { visible, autoApproved } } });

const subnetWith = (linkServicePolicies?: string) =>
  service({
    path: {
      natSubnets: [
        { id: '/a/subnets/nat', description: seen({ linkServicePolicies }) },
      ],
    },
  });

const consumers = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    connection({ nativeId: `c-${index}` }),
  );

/** Examples of the rules about private link services themselves, and about who may connect or is connected. */
export const accessExamples: Record<string, RuleExamples> = {
  'azure/service-failed': {
    noticed: [
      {
        name: 'a failed change',
        inspection: service({ service: { state: 'Failed' } }),
        says: 'the cloud provider tries again',
      },
      {
        name: 'a failed change outside of Kubernetes',
        inspection: service({
          service: { state: 'failed', kubernetesServices: [] },
        }),
        says: 'activity log',
      },
    ],
    leftAlone: [
      {
        name: 'a change under way',
        inspection: service({ service: { state: 'Updating' } }),
      },
    ],
  },
  'azure/everyone-may-connect': {
    noticed: [
      {
        name: 'a star in both lists',
        inspection: open(['*'], ['*']),
        says: 'nobody has to approve',
      },
    ],
    leftAlone: [
      { name: 'a star that sees only', inspection: open(['*'], ['a']) },
    ],
  },
  'azure/nat-subnet-policies': {
    noticed: [
      {
        name: 'policies that are on',
        inspection: subnetWith('Enabled'),
        says: 'privateLinkServiceNetworkPolicies to Disabled',
      },
    ],
    leftAlone: [
      {
        name: 'policies of which Azure says nothing',
        inspection: subnetWith(),
      },
    ],
  },
  'azure/everyone-may-ask': {
    noticed: [
      {
        name: 'a star that sees',
        inspection: open(['*'], ['a']),
        says: "visibility '*'",
      },
    ],
    leftAlone: [
      {
        name: 'a star in both lists, of which another rule speaks',
        inspection: open(['*'], ['*']),
      },
    ],
  },
  'azure/auto-approval-unseen': {
    noticed: [
      {
        name: 'one who is approved and sees nothing',
        inspection: open(['a'], ['A', 'b']),
        says: '1 subscription(s)',
      },
    ],
    leftAlone: [
      { name: 'the same in another case', inspection: open(['a'], ['A']) },
      { name: 'everybody who sees', inspection: open(['*'], ['b']) },
    ],
  },
  'azure/nat-ports-scarce': {
    noticed: [
      {
        name: 'nine consumers on one address',
        inspection: service({ connections: consumers(9) }),
        says: 'more NAT addresses',
      },
      {
        name: 'many consumers on all addresses',
        inspection: service({
          service: { natAddresses: 8 },
          connections: consumers(65),
        }),
        says: 'second private link service',
      },
    ],
    leftAlone: [
      {
        name: 'nine consumers on two addresses',
        inspection: service({
          service: { natAddresses: 2 },
          connections: consumers(9),
        }),
      },
      {
        name: 'consumers that wait',
        inspection: service({
          connections: consumers(9).map(one => ({ ...one, state: 'pending' })),
        }),
      },
    ],
  },
  'azure/endpoint-disconnected': {
    noticed: [
      {
        name: 'a connection that Azure calls disconnected',
        inspection: service({
          connections: [connection({ state: 'disconnected' })],
          consumers: [],
        }),
        says: 'create it anew',
      },
      {
        name: 'an endpoint of ours that says so',
        inspection: service({
          consumers: [
            consumer(
              seen({ state: 'Succeeded', connectionStatus: 'Disconnected' }),
            ),
          ],
        }),
        says: 'for good',
      },
      {
        name: 'an endpoint of ours at a web app',
        inspection: linkResource({
          consumers: [
            consumer(
              seen({ state: 'Succeeded', connectionStatus: 'Disconnected' }),
            ),
          ],
        }),
        says: "at 'shop'",
      },
    ],
    leftAlone: [
      {
        name: 'an endpoint that may not be looked at',
        inspection: service({ consumers: [consumer(unseen('x/read'))] }),
      },
    ],
  },
  'azure/permission-missing': {
    noticed: [
      {
        name: 'a load balancer, by the action and its name',
        inspection: balancerSeenAs(
          unseen('Microsoft.Network/loadBalancers/read'),
        ),
        says: "'Microsoft.Network/loadBalancers/read', so this could not be looked at: load balancer 'internal'",
      },
      {
        name: 'the subnet of the addresses',
        inspection: service({
          path: {
            natSubnets: [
              { id: '/a/subnets/nat', description: unseen('s/read') },
            ],
          },
        }),
        says: "subnet 'nat' of the addresses of 'ledger'",
      },
      {
        name: 'an endpoint of a consumer of ours',
        inspection: service({ consumers: [consumer(unseen('x/read'))] }),
        says: "'x/read', so this could not be looked at: endpoint of 22222222-cccc-4000-8000-000000000002 at 'ledger'",
      },
      {
        name: 'an endpoint of a consumer of ours at a web app',
        inspection: linkResource({ consumers: [consumer(unseen('w/read'))] }),
        says: "at 'shop'",
      },
      {
        name: 'the firewalls of a Front Door',
        inspection: frontDoor({ firewalls: unseen('y/read') }),
        says: "'y/read', so this could not be looked at: firewalls of 'shop'",
      },
      {
        name: 'a firewall policy of a Front Door',
        inspection: frontDoor({
          firewalls: seen([firewall({ policy: unseen('p/read') })]),
        }),
        says: "firewall policy 'shop'",
      },
      {
        name: 'what stands behind an origin',
        inspection: frontDoor({
          origins: seen([origin({ path: unseen('z/read') })]),
        }),
        says: "'z/read', so this could not be looked at: what is behind origin 'ledger'",
      },
      {
        name: 'all that one action is missing for, once and in short',
        inspection: frontDoor({
          profile: { endpoints: unseen('y/read') },
          ...{ domains: unseen('y/read'), origins: unseen('y/read') },
          firewalls: unseen('y/read'),
        }),
        says: "endpoints of 'shop', domains of 'shop', origins of 'shop' and 1 more",
      },
    ],
    leftAlone: [
      {
        name: 'what failed for another reason',
        inspection: balancerSeenAs(unseen()),
      },
    ],
  },
  'azure/consumer-endpoint-gone': {
    noticed: [
      {
        name: 'an endpoint that its owner deleted',
        inspection: service({ consumers: [consumer(seen(undefined))] }),
        says: 'nobody uses it',
      },
      {
        name: 'an endpoint at a web app that its owner deleted',
        inspection: linkResource({ consumers: [consumer(seen(undefined))] }),
        says: "at 'shop'",
      },
    ],
    leftAlone: [
      {
        name: 'an endpoint that may not be looked at',
        inspection: service({ consumers: [consumer(unseen('x/read'))] }),
      },
    ],
  },
};
