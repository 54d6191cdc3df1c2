/**
 * The accounts of the demo world.
 * @public
 */
export const demoAccounts = {
  /** Holds the portal's own credentials. */
  portal: '000011112222',
  /** Runs the cluster `platform-eu`. */
  platform: '111122223333',
  /** Runs the cluster `payments-eu`, and checkout in us-east-1. */
  payments: '222233334444',
  /** Owns a network that `delivery-eu` has its load balancers in. */
  network: '555566667777',
  /** Runs the cluster `delivery-eu`. */
  delivery: '666677778888',
  /** A consumer of ours. */
  analytics: '333344445555',
  /** A partner, whose account the portal cannot look into. */
  globex: '444455556666',
  /** Its role cannot be assumed. */
  legacy: '999988887777',
} as const;

/**
 * The endpoint services of the demo world, by the component that each belongs to.
 * @public
 */
export const demoServiceIds = {
  ledger: 'vpce-svc-0ed6e700000000001',
  checkout: 'vpce-svc-0c4ec0000000000a1',
  orders: 'vpce-svc-00de4500000000001',
  webhooks: 'vpce-svc-0eb400c5000000001',
  search: 'vpce-svc-05ea4c40000000001',
  reports: 'vpce-svc-04e904750000000a1',
  archive: 'vpce-svc-0a4c41fe000000001',
  /** Nobody's. */
  unclaimed: 'vpce-svc-0aba4d04ed0000001',
} as const;

/**
 * The consumers' endpoints of the demo world.
 * @public
 */
export const demoEndpointIds = {
  ledgerConnected: 'vpce-0ed6e7000000000a1',
  ledgerPendingGlobex: 'vpce-0ed6e7000000000b1',
  ledgerPendingAnalytics: 'vpce-0ed6e7000000000b2',
  checkoutPending: 'vpce-0c4ec0000000000b1',
  ordersAnalytics: 'vpce-00de45000000000a1',
  ordersGlobex: 'vpce-00de45000000000a2',
  searchConnected: 'vpce-05ea4c400000000a1',
} as const;

/**
 * The networks of the demo world: a VPC and its subnets, one per zone.
 * @public
 */
export const demoNetworks = {
  platform: network('1', 'euw1', 3),
  payments: network('2', 'euw1', 3),
  paymentsUs: network('3', 'use1', 3),
  analytics: network('4', 'euw1', 3),
  globex: network('5', 'euw1', 2),
  globexUs: network('6', 'use1', 2),
  legacy: network('9', 'euw1', 2),
  network: network('7', 'euw1', 3),
  delivery: network('8', 'euw1', 3),
} as const;

/**
 * A VPC with one subnet in each of some zones.
 * @public
 */
export interface DemoNetwork {
  vpcId: string;
  subnets: { id: string; zoneId: string }[];
}

/**
 * The ARN that names an endpoint service.
 * @public
 */
export function endpointServiceArn(
  serviceId: string,
  accountId: string,
  region: string,
): string {
  return `arn:aws:ec2:${region}:${accountId}:vpc-endpoint-service/${serviceId}`;
}

function network(
  digit: string,
  zonePrefix: string,
  zones: number,
): DemoNetwork {
  const filler = digit.repeat(4);
  return {
    vpcId: `vpc-0${filler}00000000000${digit}`,
    subnets: Array.from({ length: zones }, (_, index) => ({
      id: `subnet-0${filler}0000000000${digit}${index + 1}`,
      zoneId: `${zonePrefix}-az${index + 1}`,
    })),
  };
}
