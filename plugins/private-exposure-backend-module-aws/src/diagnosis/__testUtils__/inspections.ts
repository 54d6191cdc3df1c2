import type {
  ConsumerEndpoint,
  AwsInspection,
  InspectedConsumer,
  InspectedLoadBalancer,
  InspectedService,
  LoadBalancerDescription,
  Seen,
  Subnet,
  Target,
} from '../../inspection/AwsInspection';

/** Something that was looked at. */
export function seen<Value>(value: Value): Seen<Value> {
  return { type: 'seen', value };
}

/** Something that may not be looked at, or without an action that failed. */
export function unseen(
  action?: string,
  accountId: string = '222233334444',
): Seen<never> {
  return {
    type: 'unseen',
    blind: { action, accountId, message: `AWS says: ${action}` },
  };
}

const ARN_ROOT = 'arn:aws:elasticloadbalancing:eu-west-1:222233334444';

/** A target in one of the three zones; healthy unless told otherwise. */
export function target(changes: Partial<Target> = {}): Target {
  return {
    id: '10.0.1.7',
    port: 8443,
    condition: 'healthy',
    state: 'healthy',
    zoneId: 'euw1-az1',
    ...changes,
  };
}

/** A subnet in a zone, by the last digit of its id. */
export function subnet(
  zone: number,
  cidr: string = `10.0.${zone}.0/24`,
): Subnet {
  return {
    id: `subnet-${zone}`,
    zoneName: `eu-west-1${'abc'[zone - 1]}`,
    zoneId: `euw1-az${zone}`,
    cidr,
  };
}

/** A load balancer on which nothing is wrong. */
export function loadBalancer(
  changes: Partial<InspectedLoadBalancer> & {
    is?: Partial<LoadBalancerDescription>;
    inbound?: string[];
    targets?: Target[];
  } = {},
): InspectedLoadBalancer {
  const { is, inbound = ['0.0.0.0/0'], targets, ...parts } = changes;
  return {
    arn: `${ARN_ROOT}:loadbalancer/net/payments/1`,
    name: 'payments',
    description: seen({
      state: 'active',
      type: 'network',
      securityGroupIds: ['sg-1'],
      filtersPrivateLink: true,
      ...is,
    }),
    crossZone: seen(true),
    subnets: seen([subnet(1), subnet(2), subnet(3)]),
    securityGroups: seen([
      {
        id: 'sg-1',
        inbound: inbound.map(cidr => ({
          protocol: 'tcp',
          fromPort: 443,
          toPort: 443,
          cidrs: [cidr],
          groups: [],
          prefixLists: [],
        })),
      },
    ]),
    listeners: seen([
      {
        arn: `${ARN_ROOT}:listener/net/payments/1/1`,
        port: 443,
        protocol: 'TCP',
        targetGroupArns: [`${ARN_ROOT}:targetgroup/payments/1`],
      },
    ]),
    targetGroups: seen([
      {
        arn: `${ARN_ROOT}:targetgroup/payments/1`,
        name: 'payments-targets',
        targets: seen(targets ?? [target()]),
      },
    ]),
    ...parts,
  };
}

/** A consumer of ours whose endpoint is up, in two covered zones. */
export function consumer(
  endpoint: Partial<ConsumerEndpoint> = {},
): InspectedConsumer {
  return {
    connection: {
      nativeId: 'vpce-1',
      exposureNativeId:
        'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-1',
      consumer: {
        account: '333344445555',
        accountName: 'acme-analytics',
        region: 'eu-west-1',
        endpointId: 'vpce-1',
      },
      nativeState: 'available',
      state: 'connected',
      facts: [],
    },
    endpoint: seen({
      state: 'available',
      privateDnsEnabled: true,
      vpcId: 'vpc-9',
      subnets: seen([subnet(1, '172.16.1.0/24'), subnet(2, '172.16.2.0/24')]),
      vpcDns: seen({ support: true, hostnames: true }),
      ...endpoint,
    }),
  };
}

/** An endpoint service on which nothing is wrong. */
export function inspection(
  changes: Partial<Omit<AwsInspection, 'service'>> & {
    service?: Partial<InspectedService>;
  } = {},
): AwsInspection {
  const { service, ...parts } = changes;
  const consumers = parts.consumers ?? [consumer()];
  return {
    scope: {
      id: 'aws/222233334444/eu-west-1',
      accountId: '222233334444',
      region: 'eu-west-1',
      partition: 'aws',
    },
    service: {
      arn: 'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-1',
      id: 'vpce-svc-1',
      name: 'payments',
      state: 'Available',
      acceptanceRequired: true,
      zoneIds: ['euw1-az1', 'euw1-az2', 'euw1-az3'],
      domain: { domain: 'payments.acme.example', state: 'verified' },
      remoteRegions: [],
      kubernetesServices: [],
      ...service,
    },
    grants: seen([
      { principal: 'arn:aws:iam::333344445555:root', type: 'account' },
    ]),
    loadBalancers: [loadBalancer()],
    consumers,
    connections: consumers.map(({ connection }) => connection),
    ...parts,
  };
}
