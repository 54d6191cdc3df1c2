import { World } from '../world';
import { demoNetworks } from './demoIds';
import { demoScopes } from './seedAccounts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Adds what nobody in the demo's catalog claims, each with what the cloud knows of how it came to be. Ends 280 days after
 * its start.
 * @internal
 */
export function seedUnclaimed(world: World): void {
  const { clock } = world;
  addDistribution(world);
  clock.advance(100 * DAY);
  addWiki(world);
  clock.advance(110 * DAY);
  addCampaign(world);
  clock.advance(50 * DAY);
  addTrial(world);
  clock.advance(20 * DAY);
}

// An agency made it for a campaign: no firewall, and plain HTTP to a server of theirs.
function addDistribution(world: World) {
  const { accountId } = demoScopes.payments;
  world.distributions.create(accountId, {
    config: {
      comment: 'Spring sale',
      origins: [
        {
          id: 'agency',
          domainName: 'spring-sale.agency.example',
          target: {
            type: 'custom',
            httpPort: 80,
            httpsPort: 443,
            protocolPolicy: 'http-only',
            sslProtocols: ['TLSv1.2'],
            readTimeoutSeconds: 30,
            keepaliveTimeoutSeconds: 5,
          },
        },
      ],
    },
    tags: {
      Name: 'spring-sale',
      'aws:createdBy': 'IAMUser:AIDASPRINGSALE000001:agency',
    },
  });
}

// Of a Service without class and type: the in-tree provider makes a public Classic Load Balancer of it.
function addWiki(world: World) {
  const scope = demoScopes.payments;
  world.classicLoadBalancers.create(scope, {
    name: 'a7c1e0d94b2f84e5d9a3b6c8f0e1d2c3',
    subnetIds: demoNetworks.payments.subnets.map(subnet => subnet.id),
    listeners: [
      {
        protocol: 'TCP',
        port: 80,
        instanceProtocol: 'TCP',
        instancePort: 30080,
      },
    ],
    instanceIds: ['i-0222200000000000a', 'i-0222200000000000b'],
    tags: {
      'kubernetes.io/service-name': 'wiki/wiki',
      'kubernetes.io/cluster/payments-eu': 'owned',
    },
  });
}

function addCampaign(world: World) {
  const { accountId, region } = demoScopes.analytics;
  const stack = 'campaign-dashboard';
  addApplicationLoadBalancer(world, 'analytics', {
    name: stack,
    scheme: 'internal',
    tags: {
      'aws:cloudformation:stack-name': stack,
      'aws:cloudformation:logical-id': 'LoadBalancer',
      'aws:cloudformation:stack-id': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/0ca3fa16-0000-4000-8000-000000000001`,
    },
  });
}

// Somebody tried something in the console.
function addTrial(world: World) {
  addApplicationLoadBalancer(world, 'platform', {
    name: 'trial-hans',
    scheme: 'internet-facing',
    tags: {
      'aws:createdBy': 'AssumedRole:AROATRIAL00000000001:hans@acme.example',
    },
  });
}

function addApplicationLoadBalancer(
  world: World,
  place: 'analytics' | 'platform',
  options: {
    name: string;
    scheme: 'internal' | 'internet-facing';
    tags: Record<string, string>;
  },
) {
  const scope = demoScopes[place];
  const { vpcId, subnets } = demoNetworks[place];
  const loadBalancer = world.createLoadBalancer(scope, {
    ...options,
    type: 'application',
    subnetIds: subnets.map(subnet => subnet.id),
  });
  const group = world.createTargetGroup(scope, {
    name: options.name,
    protocol: 'HTTP',
    port: 80,
    vpcId,
  });
  world.createListener(scope, {
    loadBalancerArn: loadBalancer.id,
    port: 80,
    protocol: 'HTTP',
    targetGroupArn: group.id,
  });
}
