import {
  certificate,
  firewall,
  loadBalancer,
  seen,
} from '../../../diagnosis/__testUtils__/parts';
import type { InspectedLoadBalancer } from '../../../inspection/InspectedLoadBalancer';
import type {
  DistributionInspection,
  FoundBackend,
  InspectedDistribution,
  InspectedOrigin,
} from '../../inspection/DistributionInspection';

const regionalScope = {
  id: 'aws/222233334444/eu-west-1',
  accountId: '222233334444',
  region: 'eu-west-1',
  partition: 'aws',
  kinds: [],
};

/** A load balancer behind an origin. */
export function behind(
  found: InspectedLoadBalancer,
  changes: Partial<FoundBackend> = {},
): InspectedOrigin['backend'] {
  return seen({
    type: 'found',
    scope: regionalScope,
    loadBalancer: found,
    kubernetesServices: [],
    ...changes,
  });
}

/** A VPC origin with an internal load balancer, on which nothing is wrong. */
export function origin(
  changes: Partial<InspectedOrigin> = {},
): InspectedOrigin {
  return {
    id: 'entrance',
    host: 'entrance.acme.example',
    protocolPolicy: 'https-only',
    vpcOrigin: {
      id: 'vo_1',
      description: seen({
        name: 'entrance',
        status: 'Deployed',
        targetArn: loadBalancer().arn,
        protocolPolicy: 'https-only',
      }),
    },
    backend: behind(
      loadBalancer({ is: { type: 'application', scheme: 'internal' } }),
    ),
    ...changes,
  };
}

/** A distribution on which nothing is wrong. */
export function distribution(
  changes: Partial<Omit<DistributionInspection, 'distribution'>> & {
    distribution?: Partial<InspectedDistribution>;
  } = {},
): DistributionInspection {
  const { distribution: own, ...parts } = changes;
  return {
    scope: {
      id: 'aws/222233334444/global',
      accountId: '222233334444',
      region: 'us-east-1',
      isGlobal: true,
      partition: 'aws',
      kinds: ['aws-cloudfront'],
    },
    distribution: {
      arn: 'arn:aws:cloudfront::222233334444:distribution/E1',
      id: 'E1',
      name: 'shop',
      status: 'Deployed',
      enabled: true,
      domainName: 'd1.cloudfront.net',
      aliases: ['shop.acme.example'],
      ...own,
    },
    names: [
      {
        name: 'shop.acme.example',
        records: seen({
          zoneId: 'Z1',
          zoneName: 'acme.example',
          accountId: '222233334444',
          targets: ['d1.cloudfront.net'],
        }),
      },
    ],
    certificates: [certificate()],
    firewall: seen(firewall()),
    origins: [origin()],
    loadBalancers: [loadBalancer()],
    ...parts,
  };
}
