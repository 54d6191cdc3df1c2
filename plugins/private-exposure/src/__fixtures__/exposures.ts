import type {
  Connection,
  ExposureDetail,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { paymentsScope } from './scopes';
import { freshSource, minutesAgo } from './times';

/** A connection of the partner globex that waits for a decision, unless told otherwise. */
export function aConnection(overrides: Partial<Connection> = {}): Connection {
  return {
    id: 'connection-globex',
    exposureId: 'exposure-ledger',
    state: 'pending',
    nativeState: 'pendingAcceptance',
    consumer: {
      account: '444455556666',
      accountName: 'globex',
      region: 'eu-west-1',
      endpointId: 'vpce-0a11ce0000000001',
    },
    createdAt: minutesAgo(14),
    firstSeenAt: minutesAgo(12),
    source: freshSource(),
    verdicts: ['approve', 'reject'],
    ...overrides,
  };
}

/** A path on which everything is well. */
export function healthyHops(name: string): Hop[] {
  return [
    {
      id: `${name}-dns`,
      type: 'dns-name',
      title: `${name}.k.acme.example`,
      health: 'ok',
    },
    {
      id: `${name}-service`,
      type: 'endpoint-service',
      title: 'vpce-svc-0ed6e7000000001',
      nativeId: `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-${name}`,
      health: 'ok',
      facts: [{ label: 'Acceptance', value: 'required' }],
    },
    {
      id: `${name}-nlb`,
      type: 'load-balancer',
      title: `k8s-${name}-nlb`,
      health: 'ok',
      facts: [{ label: 'Scheme', value: 'internal' }],
      consoleUrl: 'https://console.aws.example/nlb',
    },
    {
      id: `${name}-targets`,
      type: 'target-group',
      title: `k8s-${name}-443`,
      health: 'ok',
      facts: [{ label: 'Healthy targets', value: '3 of 3' }],
    },
    {
      id: `${name}-k8s`,
      type: 'kubernetes-service',
      title: `payments-eu/${name}/${name}`,
      health: 'ok',
    },
  ];
}

/** A live exposure on which everything is well, unless told otherwise. */
export function anExposure(
  name: string,
  overrides: Partial<ExposureDetail> = {},
): ExposureDetail {
  const serviceName = `com.amazonaws.vpce.eu-west-1.vpce-svc-${name}`;
  const connections = overrides.connections ?? [];
  return {
    id: `exposure-${name}`,
    kind: 'aws-endpoint-service',
    name,
    nativeId: `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-${name}`,
    scopeId: paymentsScope.id,
    account: '222233334444',
    accountName: 'acme-payments',
    region: 'eu-west-1',
    entityRef: `component:default/${name}`,
    claim: { basis: 'owner-tag', confirmed: true },
    lifecycle: 'live',
    health: 'ok',
    attention: [],
    connectionCounts: {},
    firstSeenAt: minutesAgo(40_000),
    source: freshSource(),
    facts: [
      { label: 'Service name', value: serviceName, copyable: true },
      { label: 'Acceptance', value: 'required' },
    ],
    hops: healthyHops(name),
    connections,
    connectionsTotal: connections.length,
    grants: [
      { principal: 'arn:aws:iam::444455556666:root', type: 'account' },
      {
        principal: 'arn:aws:iam::333344445555:root',
        type: 'account',
        autoApproved: true,
      },
    ],
    findings: [],
    inspection: freshSource(6),
    connect: {
      address: serviceName,
      addressLabel: 'Service name',
      snippets: [
        {
          title: 'Terraform',
          language: 'hcl',
          text: `resource "aws_vpc_endpoint" "${name}" {\n  vpc_id            = var.vpc_id\n  service_name      = "${serviceName}"\n  vpc_endpoint_type = "Interface"\n  subnet_ids        = var.subnet_ids\n}\n`,
        },
        {
          title: 'CLI',
          language: 'shell',
          text: `aws ec2 create-vpc-endpoint \\\n  --vpc-endpoint-type Interface \\\n  --service-name ${serviceName} \\\n  --vpc-id "$VPC_ID" --subnet-ids $SUBNET_IDS\n`,
        },
      ],
    },
    consoleUrl: 'https://console.aws.example/endpoint-service',
    capabilities: ['refresh'],
    ...overrides,
  };
}
