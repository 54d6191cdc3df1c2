import type {
  CertificateDetails,
  InspectedCertificate,
} from '../../inspection/InspectedCertificate';
import type {
  InspectedFirewall,
  WebAcl,
} from '../../inspection/InspectedFirewall';
import type {
  InspectedLoadBalancer,
  LoadBalancerDescription,
  Subnet,
  Target,
} from '../../inspection/InspectedLoadBalancer';
import type { Seen } from '../../inspection/Seen';

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
      subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
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

/** A certificate on which nothing is wrong. */
export function certificate(
  changes: Partial<CertificateDetails> & { daysLeft?: number } = {},
): InspectedCertificate {
  const { daysLeft = 200, ...details } = changes;
  return {
    arn: 'arn:aws:acm:us-east-1:222233334444:certificate/1',
    details: seen({
      domainName: 'shop.acme.example',
      names: ['shop.acme.example', '*.shop.acme.example'],
      status: 'ISSUED',
      notAfter: new Date(Date.now() + daysLeft * 24 * 60 * 60 * 1000),
      renewsItself: true,
      ...details,
    }),
  };
}

/** A web ACL that turns some requests away. */
export function firewall(changes: Partial<WebAcl> = {}): InspectedFirewall {
  const id = 'arn:aws:wafv2:us-east-1:222233334444:global/webacl/shop/1';
  return {
    id,
    webAcl: seen({
      arn: id,
      name: 'shop',
      blocksByDefault: false,
      rules: [{ name: 'common', effect: 'decides' }],
      ...changes,
    }),
  };
}
