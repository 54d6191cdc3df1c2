import type { JsonObject } from '@backstage/types';
import { ANNOTATION_AWS_ENDPOINT_SERVICE } from '@postern/backstage-plugin-private-exposure-common';
import {
  defaultCredentials,
  type EndpointService,
  type Sandbox,
  type Scope,
  type World,
} from 'sandbox';
import { awsRefusals, awsSourceFaults } from './awsFaults';
import type {
  Cloud,
  CloudStory,
  HeldState,
  StoryConsumer,
  StoryService,
} from './CloudStory';

const region = 'eu-west-1';
const payments = { accountId: '222233334444', region };
const platform = { accountId: '111122223333', region };
const CLOSED = '999988887777';
/** The partner that connects. */
const GLOBEX = '444455556666';

const heldStates: Record<string, HeldState> = {
  pendingAcceptance: 'pending',
  pending: 'connected',
  available: 'connected',
  rejected: 'rejected',
};

/** AWS PrivateLink: two accounts with services, and one whose role cannot be assumed. */
export const awsCloud: Cloud = {
  name: 'AWS PrivateLink',
  key: 'aws',
  words: {
    kind: 'aws-endpoint-service',
    ledger: 'ledger',
    pending: 'pendingAcceptance',
  },
  tell,
  actions: {
    read: 'DescribeVpcEndpointConnections',
    approve: 'AcceptVpcEndpointConnections',
    reject: 'RejectVpcEndpointConnections',
    remove: 'RejectVpcEndpointConnections',
  },
  sourceFaults: awsSourceFaults,
  refusals: awsRefusals,
  unknownWord: word => ({
    accountId: payments.accountId,
    action: 'DescribeVpcEndpointConnections',
    effect: { type: 'state-word', word },
  }),
};

function tell(sandbox: Sandbox): CloudStory {
  const { world } = sandbox;
  addAccounts(world);
  const services: Record<StoryService, EndpointService> = {
    ledger: exposeService(world, payments, 'ledger', ownedBy('ledger')),
    orders: exposeService(world, platform, 'orders', ownedBy('orders')),
    search: exposeService(world, payments, 'search'),
  };
  const connect = (name: StoryService): StoryConsumer =>
    toConsumer(
      world.connect({
        consumerAccount: GLOBEX,
        region,
        serviceName: services[name].serviceName,
      }),
    );
  connect('search');
  return {
    providerConfig: providerConfig(),
    rootConfig: rootConfig(),
    sources: {
      ledger: `aws/${payments.accountId}/${region}`,
      orders: `aws/${platform.accountId}/${region}`,
      closed: `aws/${CLOSED}/${region}`,
    },
    closedAccount: CLOSED,
    secret: defaultCredentials.secretAccessKey,
    waiting: [connect('ledger'), connect('ledger')],
    annotationFor: name => {
      const { accountId, id } = services[name];
      const arn = `arn:aws:ec2:${region}:${accountId}:vpc-endpoint-service/${id}`;
      return { [ANNOTATION_AWS_ENDPOINT_SERVICE]: arn };
    },
    connect,
    replace: ({ id }) => toConsumer(world.replace(id)),
    admit: ({ id }) => {
      const { serviceId } = world.findEndpoint(id);
      const service = Object.values(services).find(one => one.id === serviceId);
      if (!service) throw new Error(`${id} is at no service of the story`);
      world.connections.accept(service, serviceId, [id]);
    },
    stateOf: ({ id }) => heldStates[world.findEndpoint(id).state] ?? 'gone',
    fillASecondPage: () => seedAThousand(sandbox),
  };
}

function toConsumer({
  id,
  accountId,
}: Record<'id' | 'accountId', string>): StoryConsumer {
  return { id, account: accountId };
}

function ownedBy(name: string): Record<string, string> {
  return { 'backstage-entity-ref': `component:default/${name}` };
}

function addAccounts(world: World): void {
  for (const [accountId, assumable] of [
    [payments.accountId, true],
    [platform.accountId, true],
    [GLOBEX, false],
    [CLOSED, false],
  ] as const) {
    const roles = [{ name: 'Postern', assumable }];
    world.accounts.addAccount({ accountId, name: accountId, roles });
  }
}

function exposeService(
  world: World,
  scope: Scope,
  name: string,
  tags: Record<string, string> = {},
): EndpointService {
  const vpc = world.network.ensureDefaultVpc(scope);
  const subnets = world.network.subnetsOfVpc(scope, vpc.id);
  const loadBalancer = world.createLoadBalancer(scope, {
    name,
    subnetIds: subnets.map(({ id }) => id),
    state: 'active',
  });
  return world.createEndpointService(scope, {
    loadBalancerArns: [loadBalancer.id],
    acceptanceRequired: true,
    allowedPrincipals: [`arn:aws:iam::${GLOBEX}:root`],
    state: 'Available',
    tags: { Name: name, ...tags },
  });
}

/** More endpoint services than AWS lists at once. */
async function seedAThousand({ urls }: Sandbox): Promise<void> {
  const response = await fetch(`${urls.console}/control/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...payments,
      ...{ services: 1000, connectionsPerService: 0 },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
}

function rootConfig(): JsonObject {
  const { accessKeyId, secretAccessKey } = defaultCredentials;
  return {
    aws: {
      mainAccount: { accessKeyId, secretAccessKey, region },
      accountDefaults: { roleName: 'Postern', region },
    },
  };
}

function providerConfig(): JsonObject {
  const accountIds = [platform.accountId, payments.accountId, CLOSED];
  return {
    accounts: accountIds.map(accountId => ({ accountId, regions: [region] })),
    // Those that each survey spends; it would begin again in the next millisecond.
    callBudget: Object.fromEntries(
      ['cloudfront', 'ec2', 'elb', 'elbv2', 'tagging'].map(api => [
        api,
        { perSecond: 10_000, burst: 10_000 },
      ]),
    ),
  };
}
