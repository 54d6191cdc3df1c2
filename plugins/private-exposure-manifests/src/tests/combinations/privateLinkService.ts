import { asService, combinationsOf } from './Combination';
import { azureCluster } from './clusters';

const INTERNAL = 'load-balancer-internal: "true"';
const CREATE = 'pls-create: "true"';
const COUNT = 'pls-ip-configuration-ip-address-count: "2"';
const ELSEWHERE = 'pls-ip-configuration-subnet: "private-link"';
const LOCAL = 'externalTrafficPolicy: Local';

/** What a Service on Azure must not combine for its private link service. @internal */
export const privateLinkService = combinationsOf(
  {
    prefix: 'service.beta.kubernetes.io/azure-',
    write: asService,
    cluster: azureCluster,
  },
  [
    {
      what: 'one at a public load balancer',
      rule: 'controller/refused',
      both: [CREATE],
      good: [INTERNAL],
    },
    {
      what: 'one at a public load balancer without floating addresses',
      rule: 'azure/public-private-link',
      both: [CREATE],
      bad: ['disable-load-balancer-floating-ip: "true"'],
      good: [INTERNAL],
    },
    {
      what: 'a number for a switch',
      rule: 'annotation/value',
      both: [INTERNAL],
      bad: ['pls-create: "1"'],
      good: [CREATE],
    },
    {
      what: 'a word for a switch',
      rule: 'annotation/value',
      both: [INTERNAL],
      bad: ['pls-create: "yes"'],
      good: ['pls-create: "True"'],
    },
    {
      what: 'a name for one that nobody asks for',
      rule: 'annotation/needs',
      both: [INTERNAL, 'pls-name: "payments"'],
      good: [CREATE],
    },
    {
      what: 'a name for one that is off',
      rule: 'annotation/no-effect',
      both: [INTERNAL, 'pls-name: "payments"'],
      bad: ['pls-create: "false"'],
      good: [CREATE],
    },
    {
      what: 'no address',
      rule: 'annotation/value',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address-count: "0"'],
      good: [COUNT],
    },
    {
      what: 'nine addresses',
      rule: 'annotation/value',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address-count: "9"'],
      good: ['pls-ip-configuration-ip-address-count: "8"'],
    },
    {
      what: 'addresses by a word',
      rule: 'annotation/value',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address-count: "two"'],
      good: [COUNT],
    },
    {
      what: 'more addresses than the count',
      rule: 'controller/refused',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address: "10.1.0.10 10.1.0.11"'],
      good: ['pls-ip-configuration-ip-address: "10.1.0.10 10.1.0.11"', COUNT],
    },
    {
      what: 'an address twice',
      rule: 'azure/nat-address-twice',
      both: [INTERNAL, CREATE, COUNT],
      bad: ['pls-ip-configuration-ip-address: "10.1.0.10 10.1.0.10"'],
      good: ['pls-ip-configuration-ip-address: "10.1.0.10 10.1.0.11"'],
    },
    {
      what: 'an IPv6 address',
      rule: 'controller/refused',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address: "2001:db8::10"'],
      good: ['pls-ip-configuration-ip-address: "10.1.0.10"'],
    },
    {
      what: 'an address that is none',
      rule: 'controller/refused',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-ip-address: "here"'],
      good: ['pls-ip-configuration-ip-address: "10.1.0.10"'],
    },
    {
      what: 'addresses parted by commas',
      rule: 'annotation/separator',
      both: [INTERNAL, CREATE, COUNT],
      bad: ['pls-ip-configuration-ip-address: "10.1.0.10,10.1.0.11"'],
      good: ['pls-ip-configuration-ip-address: "10.1.0.10 10.1.0.11"'],
    },
    {
      what: 'names parted by commas',
      rule: 'annotation/separator',
      both: [INTERNAL, CREATE],
      bad: ['pls-fqdns: "a.example.com,b.example.com"'],
      good: ['pls-fqdns: "a.example.com b.example.com"'],
    },
    {
      what: 'a URL for a name',
      rule: 'azure/private-link-name',
      both: [INTERNAL, CREATE],
      bad: ['pls-fqdns: "https://payments.example.com"'],
      good: ['pls-fqdns: "payments.example.com"'],
    },
    {
      what: 'visible to everybody',
      rule: 'azure/visible-to-all',
      both: [INTERNAL, CREATE],
      bad: ['pls-visibility: "*"'],
      good: ['pls-visibility: "00000000-0000-0000-0000-000000000001"'],
    },
    {
      what: 'visible to everybody, and to one by name',
      rule: 'azure/visible-to-all',
      both: [INTERNAL, CREATE],
      bad: ['pls-visibility: "* 00000000-0000-0000-0000-000000000001"'],
      good: ['pls-visibility: "00000000-0000-0000-0000-000000000001"'],
    },
    {
      what: 'visible to a name',
      rule: 'azure/subscription-id',
      both: [INTERNAL, CREATE],
      bad: ['pls-visibility: "billing"'],
      good: ['pls-visibility: "00000000-0000-0000-0000-000000000001"'],
    },
    {
      what: 'visibility parted by commas',
      rule: 'annotation/separator',
      both: [INTERNAL, CREATE],
      bad: [
        'pls-visibility: "00000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002"',
      ],
      good: [
        'pls-visibility: "00000000-0000-0000-0000-000000000001 00000000-0000-0000-0000-000000000002"',
      ],
    },
    {
      what: 'approved, and not visible',
      rule: 'azure/auto-approval-invisible',
      both: [
        INTERNAL,
        CREATE,
        'pls-auto-approval: "00000000-0000-0000-0000-000000000002"',
      ],
      bad: ['pls-visibility: "00000000-0000-0000-0000-000000000001"'],
      good: ['pls-visibility: "00000000-0000-0000-0000-000000000002"'],
    },
    {
      what: 'approved without visibility',
      rule: 'azure/auto-approval-invisible',
      both: [
        INTERNAL,
        CREATE,
        'pls-auto-approval: "00000000-0000-0000-0000-000000000002"',
      ],
      good: ['pls-visibility: "*"'],
    },
    {
      what: 'everybody approved',
      rule: 'azure/auto-approval-for-all',
      both: [INTERNAL, CREATE, 'pls-visibility: "*"'],
      bad: ['pls-auto-approval: "*"'],
    },
    {
      what: 'the PROXY protocol with local traffic',
      rule: 'azure/proxy-protocol-local',
      spec: [LOCAL],
      both: [INTERNAL, CREATE, ELSEWHERE],
      bad: ['pls-proxy-protocol: "true"'],
      good: ['pls-proxy-protocol: "false"'],
    },
    {
      what: 'the PROXY protocol by another word',
      rule: 'annotation/value',
      both: [INTERNAL, CREATE],
      bad: ['pls-proxy-protocol: "v2"'],
      good: ['pls-proxy-protocol: "true"'],
    },
    {
      what: 'addresses among the pods, with local traffic',
      rule: 'azure/nat-subnet-local',
      spec: [LOCAL],
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-subnet: "nodes"'],
      good: [ELSEWHERE],
    },
    {
      what: 'addresses among the pods by default, with local traffic',
      rule: 'azure/nat-subnet-local',
      spec: [LOCAL],
      both: [INTERNAL, CREATE],
      good: [ELSEWHERE],
    },
    {
      what: 'a subnet by its id',
      rule: 'azure/subnet-name',
      both: [INTERNAL, CREATE],
      bad: [
        'pls-ip-configuration-subnet: "/subscriptions/a/resourceGroups/b/providers/Microsoft.Network/virtualNetworks/c/subnets/d"',
      ],
      good: [ELSEWHERE],
    },
    {
      what: 'a subnet that is not there',
      rule: 'controller/refused',
      both: [INTERNAL, CREATE],
      bad: ['pls-ip-configuration-subnet: "elsewhere"'],
      good: [ELSEWHERE],
    },
    {
      what: 'IPv6 alone',
      rule: 'controller/refused',
      both: [INTERNAL, CREATE],
      badSpec: ['ipFamilies: [IPv6]'],
    },
    {
      what: 'two IP families',
      rule: 'azure/private-link-dual-stack',
      both: [INTERNAL, CREATE],
      badSpec: ['ipFamilyPolicy: RequireDualStack'],
    },
    {
      what: 'an idle timeout beyond the private link’s',
      rule: 'azure/idle-timeout',
      both: [INTERNAL, CREATE],
      bad: ['load-balancer-tcp-idle-timeout: "30"'],
      good: ['load-balancer-tcp-idle-timeout: "4"'],
    },
  ],
);
