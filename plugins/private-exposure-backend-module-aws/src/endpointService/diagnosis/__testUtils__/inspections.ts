import {
  loadBalancer,
  seen,
  subnet,
} from '../../../diagnosis/__testUtils__/parts';
import type {
  ConsumerEndpoint,
  InspectedConsumer,
  InspectedService,
  ServiceInspection,
} from '../../inspection/ServiceInspection';

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
      clientRanges: seen(['172.16.1.0/24', '172.16.2.0/24', '172.16.3.0/24']),
      vpcDns: seen({ support: true, hostnames: true }),
      ...endpoint,
    }),
  };
}

/** An endpoint service on which nothing is wrong. */
export function inspection(
  changes: Partial<Omit<ServiceInspection, 'service'>> & {
    service?: Partial<InspectedService>;
  } = {},
): ServiceInspection {
  const { service, ...parts } = changes;
  const consumers = parts.consumers ?? [consumer()];
  return {
    scope: {
      id: 'aws/222233334444/eu-west-1',
      accountId: '222233334444',
      region: 'eu-west-1',
      partition: 'aws',
      kinds: ['aws-endpoint-service' as const],
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
