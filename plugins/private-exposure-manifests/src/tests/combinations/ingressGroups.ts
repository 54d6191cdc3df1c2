import { asIngress, Combination } from './Combination';

const CERTIFICATE =
  'certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const PORTS = `listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}, {"HTTPS": 8443}]'`;
const FRONT = 'enable-frontend-nlb: "true"';

/** What two Ingresses of one group say differently. */
const DISAGREEMENTS: [
  what: string,
  one: readonly string[],
  other: readonly string[],
][] = [
  ['scheme', ['scheme: "internal"'], ['scheme: "internet-facing"']],
  ['name', ['load-balancer-name: "one"'], ['load-balancer-name: "two"']],
  [
    'address type',
    ['ip-address-type: "ipv4"'],
    ['ip-address-type: "dualstack"'],
  ],
  [
    'subnets',
    ['subnets: "subnet-0000000000000000a,subnet-0000000000000000b"'],
    ['subnets: "subnet-0000000000000000a,subnet-0000000000000000c"'],
  ],
  ['security groups', ['security-groups: "sg-1"'], ['security-groups: "sg-2"']],
  ['tags', ['tags: "team=a"'], ['tags: "team=b"']],
  [
    'attributes',
    ['load-balancer-attributes: "idle_timeout.timeout_seconds=60"'],
    ['load-balancer-attributes: "idle_timeout.timeout_seconds=61"'],
  ],
  ['web ACL', ['wafv2-acl-name: "one"'], ['wafv2-acl-name: "two"']],
  ['web ACL of WAF Classic', ['waf-acl-id: "one"'], ['waf-acl-id: "two"']],
  [
    'protection',
    ['shield-advanced-protection: "true"'],
    ['shield-advanced-protection: "false"'],
  ],
  [
    'TLS policy',
    [CERTIFICATE, 'ssl-policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"'],
    [CERTIFICATE, 'ssl-policy: "ELBSecurityPolicy-TLS13-1-3-2021-06"'],
  ],
  [
    'redirect',
    [CERTIFICATE, PORTS, 'ssl-redirect: "443"'],
    [CERTIFICATE, PORTS, 'ssl-redirect: "8443"'],
  ],
  [
    'pool of addresses',
    ['customer-owned-ipv4-pool: "one"'],
    ['customer-owned-ipv4-pool: "two"'],
  ],
  [
    'reservation',
    ['minimum-load-balancer-capacity: "CapacityUnits=1"'],
    ['minimum-load-balancer-capacity: "CapacityUnits=2"'],
  ],
  [
    'pool of public addresses',
    ['scheme: "internet-facing"', 'ipam-ipv4-pool-id: "one"'],
    ['scheme: "internet-facing"', 'ipam-ipv4-pool-id: "two"'],
  ],
  [
    'rules to targets',
    ['security-groups: "sg-1"', 'manage-backend-security-group-rules: "true"'],
    ['security-groups: "sg-1"', 'manage-backend-security-group-rules: "false"'],
  ],
  ['switch for one in front', [FRONT], ['enable-frontend-nlb: "false"']],
  [
    'scheme in front',
    [FRONT, 'frontend-nlb-scheme: "internal"'],
    [FRONT, 'frontend-nlb-scheme: "internet-facing"'],
  ],
  [
    'subnets in front',
    [FRONT, 'frontend-nlb-subnets: "a,b"'],
    [FRONT, 'frontend-nlb-subnets: "a,c"'],
  ],
  [
    'security groups in front',
    [FRONT, 'frontend-nlb-security-groups: "sg-1"'],
    [FRONT, 'frontend-nlb-security-groups: "sg-2"'],
  ],
  [
    'tags in front',
    [FRONT, 'frontend-nlb-tags: "team=a"'],
    [FRONT, 'frontend-nlb-tags: "team=b"'],
  ],
  [
    'attributes in front, said by one',
    [FRONT, 'frontend-nlb-attributes: "zonal_shift.config.enabled=true"'],
    [FRONT],
  ],
  [
    'listener attributes',
    [
      'listener-attributes.HTTP-80: "routing.http.response.server.enabled=true"',
    ],
    [
      'listener-attributes.HTTP-80: "routing.http.response.server.enabled=false"',
    ],
  ],
  [
    'protocol of a port',
    [`listen-ports: '[{"HTTP": 8443}]'`],
    [CERTIFICATE, `listen-ports: '[{"HTTPS": 8443}]'`],
  ],
  [
    'client certificates',
    [CERTIFICATE, `mutual-authentication: '[{"port": 443, "mode": "off"}]'`],
    [
      CERTIFICATE,
      `mutual-authentication: '[{"port": 443, "mode": "passthrough"}]'`,
    ],
  ],
];

function member(name: string, annotations: readonly string[]): string {
  const lines = ['group.name: "payments"', ...annotations]
    .map(line => `    alb.ingress.kubernetes.io/${line}\n`)
    .join('');
  const backend = `{service: {name: ${name}, port: {number: 443}}}`;
  return asIngress(
    lines,
    `  rules: [{http: {paths: [{path: /${name}, pathType: Prefix, backend: ${backend}}]}}]\n`,
  ).replace('name: payments', `name: ${name}`);
}

const group = (one: readonly string[], other: readonly string[]) =>
  `${member('one', one)}---\n${member('other', other)}`;

/** On what the Ingresses of one group have to agree; the whole group is refused otherwise. @internal */
export const ingressGroups: Combination[] = DISAGREEMENTS.map(
  ([what, one, other]) => ({
    what: `another ${what}`,
    rule: 'controller/ingress-refused',
    bad: group(one, other),
    good: group(one, one),
  }),
);
