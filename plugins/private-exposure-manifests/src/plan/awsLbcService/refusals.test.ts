import { ControllerRefusal } from '../ControllerRefusal';
import { ManifestValue } from '../KubernetesObject';
import {
  AwsLbcServiceFacts,
  awsLbcServiceDefaults,
} from './AwsLbcServiceFacts';
import { planAwsLbcService } from './planAwsLbcService';

const P = 'service.beta.kubernetes.io/';

interface Case {
  annotations?: Record<string, string>;
  spec?: Record<string, ManifestValue>;
  facts?: Partial<AwsLbcServiceFacts>;
}

function plan({ annotations = {}, spec = {}, facts = {} }: Case) {
  return planAwsLbcService(
    {
      kind: 'Service',
      metadata: {
        name: 'payments',
        namespace: 'shop',
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([name, value]) => [
            `${P}${name}`,
            value,
          ]),
        ),
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: 'service.k8s.aws/nlb',
        ports: [
          {
            name: 'http',
            port: 80,
            targetPort: 'web',
            protocol: 'TCP',
            nodePort: 30080,
          },
        ],
        ...spec,
      },
    },
    {
      ...awsLbcServiceDefaults,
      clusterName: 'platform',
      backendSecurityGroup: 'sg-backend',
      subnets: [
        {
          id: 'subnet-a',
          ipv4Cidrs: ['10.0.1.0/24'],
          ipv6Cidrs: ['2001:db8:0:1::/64'],
        },
      ],
      ...facts,
    },
  );
}

const AWS = 'aws-load-balancer-';
const dualstack = { [`${AWS}ip-address-type`]: 'dualstack' };
const withPrefixes = {
  ...dualstack,
  [`${AWS}enable-prefix-for-ipv6-source-nat`]: 'on',
};
const prefixes = (value: string) => ({
  ...withPrefixes,
  [`${AWS}source-nat-ipv6-prefixes`]: value,
});

/** Words of the controller for what its own tests don't show. */
const refusals: [string, Case, string][] = [
  [
    'a scheme',
    { annotations: { [`${AWS}scheme`]: 'public' } },
    'unknown scheme: public',
  ],
  [
    'an address type in another case',
    { annotations: { [`${AWS}ip-address-type`]: 'DualStack' } },
    'unknown IPAddressType: DualStack',
  ],
  [
    'a boolean',
    { annotations: { [`${AWS}internal`]: '0.0.0.0/0' } },
    `failed to parse bool annotation, ${P}${AWS}internal: 0.0.0.0/0: strconv.ParseBool: parsing "0.0.0.0/0": invalid syntax`,
  ],
  [
    'an integer that is too large',
    { annotations: { [`${AWS}healthcheck-interval`]: '2147483648' } },
    `failed to parse int32 annotation, ${P}${AWS}healthcheck-interval: 2147483648: strconv.ParseInt: parsing "2147483648": value out of range`,
  ],
  [
    'a routing policy',
    {
      annotations: {
        [`${AWS}attributes`]: 'dns_record.client_routing_policy=near',
      },
    },
    "invalid dns_record.client_routing_policy set in annotation aws-load-balancer-attributes: got 'near' expected one of ['any_availability_zone', 'partial_availability_zone_affinity', 'availability_zone_affinity']",
  ],
  [
    'fixed addresses on the internet',
    {
      annotations: {
        [`${AWS}scheme`]: 'internet-facing',
        [`${AWS}private-ipv4-addresses`]: '10.0.1.5',
      },
    },
    'private IPv4 addresses can only be set for internal load balancers',
  ],
  [
    'IPv6 among IPv4 addresses',
    { annotations: { [`${AWS}private-ipv4-addresses`]: '::1' } },
    'private IPv4 addresses must be valid IPv4 address: ::1',
  ],
  [
    'source NAT for IPv4',
    { annotations: { [`${AWS}enable-prefix-for-ipv6-source-nat`]: 'on' } },
    'enable-prefix-for-ipv6-source-nat annotation is only applicable to Network Load Balancers using Dualstack IP address type.',
  ],
  [
    'source NAT without IPv6 networks',
    {
      annotations: withPrefixes,
      facts: { subnets: [{ id: 'subnet-a', ipv6Cidrs: [] }] },
    },
    'To enable prefix for source NAT, all associated subnets must have an IPv6 CIDR. Subnets without IPv6 CIDR: [subnet-a].',
  ],
  [
    'a prefix without length',
    { annotations: prefixes('2001:db8:0:1:1::') },
    'Invalid value in source-nat-ipv6-prefixes: 2001:db8:0:1:1::.',
  ],
  [
    'a prefix of another length',
    { annotations: prefixes('2001:db8:0:1:1::/64') },
    'Invalid value in source-nat-ipv6-prefixes: 2001:db8:0:1:1::/64. Prefix length must be 80, but 64 is specified.',
  ],
  [
    'a prefix elsewhere',
    { annotations: prefixes('2001:db8:0:2:1::/80') },
    'Invalid value in source-nat-ipv6-prefixes: 2001:db8:0:2:1::/80. Value must be within subnet CIDR range: [2001:db8:0:1::/64].',
  ],
  [
    'more prefixes than subnets',
    { annotations: prefixes('auto_assigned,auto_assigned') },
    'Number of values in source-nat-ipv6-prefixes (2) must match the number of subnets (1).',
  ],
  [
    'IPv6 clients of an IPv4 load balancer',
    { annotations: { 'load-balancer-source-ranges': '2001:db8::/32' } },
    'unsupported v6 cidr 2001:db8::/32 when lb is not dualstack',
  ],
  [
    'IPv6 targets of an IPv4 load balancer',
    { spec: { ipFamilies: ['IPv6'] } },
    'unsupported IPv6 configuration, lb not dual-stack',
  ],
  [
    'groups where there are to be none',
    {
      annotations: {
        [`${AWS}disable-nlb-sg`]: 'true',
        [`${AWS}security-groups`]: 'sg-1',
      },
    },
    'conflicting security groups configuration',
  ],
  [
    'no groups for a load balancer that has some',
    {
      annotations: { [`${AWS}disable-nlb-sg`]: 'true' },
      facts: {
        existingLoadBalancer: {
          scheme: 'internal',
          securityGroups: ['sg-1'],
          subnets: ['subnet-a'],
        },
      },
    },
    'conflicting security groups configuration',
  ],
  [
    'rules for targets without a group that they are for',
    {
      annotations: {
        [`${AWS}security-groups`]: 'sg-1',
        [`${AWS}manage-backend-security-group-rules`]: 'true',
      },
      facts: { hasBackendSecurityGroup: false },
    },
    'backendSG feature is required to manage worker node SG rules when frontendSG is manually specified',
  ],
  [
    'a switch that is neither on nor off',
    {
      annotations: {
        [`${AWS}inbound-sg-rules-on-private-link-traffic`]: 'true',
      },
    },
    'Invalid value for securityGroupsInboundRulesOnPrivateLink status: true, value must be one of [on, off]',
  ],
  [
    'TLS at a port that is not there',
    { annotations: { [`${AWS}ssl-ports`]: '*,https' } },
    'Unused port in ssl-ports annotation [* https]',
  ],
  [
    'an ALPN policy',
    {
      annotations: {
        [`${AWS}ssl-cert`]: 'arn:1',
        [`${AWS}alpn-policy`]: 'h2',
      },
    },
    'invalid ALPN policy h2, policy must be one of [None, HTTP1Only, HTTP2Only, HTTP2Optional, HTTP2Preferred]',
  ],
  [
    'another proxy protocol',
    { annotations: { [`${AWS}proxy-protocol`]: '2' } },
    'invalid value 2 for Load Balancer proxy protocol v2 annotation, only value currently supported is *',
  ],
  [
    'names of ports where numbers are wanted',
    {
      annotations: { [`${AWS}proxy-protocol-per-target-group`]: 'http' },
    },
    'invalid port number in proxy-protocol-per-target-group: http',
  ],
  [
    'a switch among the attributes',
    {
      annotations: {
        [`${AWS}target-group-attributes.80`]: 'preserve_client_ip.enabled=',
      },
    },
    'failed to parse attribute preserve_client_ip.enabled=: strconv.ParseBool: parsing "": invalid syntax',
  ],
  [
    'what a health check speaks',
    { annotations: { [`${AWS}healthcheck-protocol`]: 'grpc' } },
    'unsupported health check protocol grpc',
  ],
  [
    'a name that the port hides behind another',
    {
      annotations: {
        [`${AWS}nlb-target-type`]: 'ip',
        [`${AWS}healthcheck-port`]: 'http',
      },
    },
    "cannot use named healthCheckPort for IP TargetType when service's targetPort is a named port",
  ],
  [
    'nodes without a port',
    { spec: { ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }] } },
    "TargetGroup port is empty. When using Instance targets, your service be must of type 'NodePort' or 'LoadBalancer'",
  ],
  [
    'a kind of action',
    { annotations: { 'actions.TCP-80': '{"type":"redirect"}' } },
    'unknown action type: redirect',
  ],
  [
    'an action to nowhere',
    {
      annotations: {
        'actions.TCP-80':
          '{"type":"forward","forwardConfig":{"targetGroups":[{"weight":1}]}}',
      },
    },
    'invalid ForwardConfig: invalid TargetGroupTuple: precisely one of targetGroupARN and serviceName can be specified',
  ],
  [
    'an action whose JSON is cut off',
    { annotations: { 'actions.TCP-80': '{"type":' } },
    `failed to parse json annotation, ${P}actions.TCP-80: {"type":: unexpected end of JSON input`,
  ],
  [
    'an action with text for a number',
    {
      annotations: {
        'actions.TCP-80':
          '{"type":"forward","forwardConfig":{"targetGroups":[{"weight":"1"}]}}',
      },
    },
    `failed to parse json annotation, ${P}actions.TCP-80: {"type":"forward","forwardConfig":{"targetGroups":[{"weight":"1"}]}}: json: cannot unmarshal string into Go struct field TargetGroupTuple.forwardConfig.targetGroups.weight of type int32`,
  ],
  [
    'an action with an exponent for a whole number',
    {
      annotations: {
        'actions.TCP-80':
          '{"type":"forward","forwardConfig":{"targetGroups":[{"weight":1e2}]}}',
      },
    },
    `failed to parse json annotation, ${P}actions.TCP-80: {"type":"forward","forwardConfig":{"targetGroups":[{"weight":1e2}]}}: json: cannot unmarshal number 1e2 into Go struct field TargetGroupTuple.forwardConfig.targetGroups.weight of type int32`,
  ],
  [
    'a security group that is named twice',
    { annotations: { [`${AWS}security-groups`]: 'sg-1, web, sg-1' } },
    "couldn't find all security groups: requested ids [sg-1, sg-1] but found [sg-1]",
  ],
];

describe('The AWS Load Balancer Controller refuses', () => {
  it.each(refusals)('%s', (_, asked, message) => {
    expect(() => plan(asked)).toThrow(new ControllerRefusal(message, []));
  });
});

describe('The AWS Load Balancer Controller accepts', () => {
  it('a value that is no boolean where it decides about shared listeners', () => {
    const asked = { [`${AWS}enable-tcp-udp-listener`]: 'yes' };
    expect(() => plan({ annotations: asked })).not.toThrow();
  });

  it.each([
    [false, 'platform'],
    [true, 'payments'],
  ])('a tag beside a default one (gate %s)', (isLow, owner) => {
    const { featureGates } = awsLbcServiceDefaults;
    expect(
      plan({
        annotations: { [`${AWS}additional-resource-tags`]: 'owner=payments' },
        facts: {
          defaultTags: { owner: 'platform' },
          featureGates: {
            ...featureGates,
            EnableDefaultTagsLowPriority: isLow,
          },
        },
      }),
    ).toMatchObject({ tags: { owner } });
  });

  it('UDP without security groups, health checks from the subnets beside it', () => {
    const port = { port: 53, targetPort: 53, protocol: 'UDP', nodePort: 30053 };
    expect(
      plan({
        annotations: {
          [`${AWS}disable-nlb-sg`]: 'true',
          [`${AWS}scheme`]: 'internet-facing',
        },
        spec: { ports: [port] },
      }),
    ).toMatchObject({
      targetGroupBindings: [
        {
          ingress: [
            {
              from: ['0.0.0.0/0'],
              ports: [{ protocol: 'UDP', port: 30053 }],
            },
            {
              from: ['10.0.1.0/24'],
              ports: [{ protocol: 'TCP', port: 30053 }],
            },
          ],
        },
      ],
    });
  });
});
