import { asService, combinationsOf } from './Combination';
import { lbcCluster } from './clusters';

const NAME = 'hostname: "payments.example.com"';
const ID = 'set-identifier: "eu"';
const ENDPOINT =
  'target: "vpce-0a1b-0a1b.vpce-svc-0a1b.eu-west-1.vpce.amazonaws.com"';

/** What external-dns reads past, or of somebody else. @internal */
export const externalDns = combinationsOf(
  {
    prefix: 'external-dns.kubernetes.io/',
    write: asService,
    spec: ['loadBalancerClass: service.k8s.aws/nlb'],
  },
  [
    {
      what: 'the former prefix',
      rule: 'external-dns/prefix-of-cluster',
      cluster: lbcCluster,
      bad: [
        'external-dns.alpha.kubernetes.io/hostname: "payments.example.com"',
      ],
      good: [NAME],
    },
    {
      what: 'a name outside of its domains',
      rule: 'external-dns/domain-of-cluster',
      cluster: lbcCluster,
      bad: ['hostname: "payments.example.org"'],
      good: [NAME],
    },
    {
      what: 'names parted by spaces',
      rule: 'annotation/separator',
      bad: ['hostname: "a.example.com b.example.com"'],
      good: ['hostname: "a.example.com,b.example.com"'],
    },
    {
      what: 'a time to live in words',
      rule: 'external-dns/time-to-live',
      both: [NAME],
      bad: ['ttl: "soon"'],
      good: ['ttl: "5m"'],
    },
    {
      what: 'a time to live beyond 31 bits',
      rule: 'external-dns/time-to-live',
      both: [NAME],
      bad: ['ttl: "2147483648"'],
      good: ['ttl: "0"'],
    },
    {
      what: 'access of a load balancer',
      rule: 'external-dns/service-kind',
      both: [NAME],
      bad: ['access: "private"'],
    },
    {
      what: 'access by another word',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['access: "inside"'],
    },
    {
      what: 'addresses of nodes for a load balancer',
      rule: 'external-dns/service-kind',
      both: [NAME],
      bad: ['endpoints-type: "HostIP"'],
    },
    {
      what: 'another controller',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['controller: "other"'],
      good: ['controller: "dns-controller"'],
    },
    {
      what: 'an empty controller',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['controller: ""'],
      good: ['controller: "dns-controller"'],
    },
    {
      what: 'a setting of Ingresses',
      rule: 'annotation/misplaced',
      both: [NAME],
      bad: ['ingress-hostname-source: "annotation-only"'],
    },
    {
      what: 'a record type that is none',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['record-type: "cname"'],
      good: ['record-type: "ptr"'],
    },
    {
      what: 'an alias by another word',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['alias: "yes"'],
      good: ['alias: "true"'],
    },
    {
      what: 'an alias for IPv6 to an endpoint',
      rule: 'external-dns/alias-without-ipv6',
      both: [NAME, ENDPOINT],
      bad: ['alias: "true"'],
      good: ['alias: "A"'],
    },
    {
      what: 'targets parted by semicolons',
      rule: 'annotation/separator',
      both: [NAME],
      bad: ['target: "10.0.0.1;10.0.0.2"'],
      good: ['target: "10.0.0.1,10.0.0.2"'],
    },
    {
      what: 'weight without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-weight: "10"'],
      good: [ID],
    },
    {
      what: 'region without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-region: "eu-west-1"'],
      good: [ID],
    },
    {
      what: 'failover without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-failover: "PRIMARY"'],
      good: [ID],
    },
    {
      what: 'geolocation-continent-code without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-geolocation-continent-code: "EU"'],
      good: [ID],
    },
    {
      what: 'geolocation-country-code without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-geolocation-country-code: "DE"'],
      good: [ID],
    },
    {
      what: 'geoproximity-region without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-geoproximity-region: "eu-west-1"'],
      good: [ID],
    },
    {
      what: 'multi-value-answer without an identifier',
      rule: 'annotation/needs',
      both: [NAME, 'aws-multi-value-answer: "true"'],
      good: [ID],
    },
    {
      what: 'a weight beyond 255',
      rule: 'annotation/value',
      both: [NAME, ID],
      bad: ['aws-weight: "256"'],
      good: ['aws-weight: "255"'],
    },
    {
      what: 'a role of failover in another case',
      rule: 'annotation/value',
      both: [NAME, ID],
      bad: ['aws-failover: "primary"'],
      good: ['aws-failover: "PRIMARY"'],
    },
    {
      what: 'a subdivision without a country',
      rule: 'annotation/needs',
      both: [NAME, ID, 'aws-geolocation-subdivision-code: "CA"'],
      good: ['aws-geolocation-country-code: "US"'],
    },
    {
      what: 'proximity to two places',
      rule: 'annotation/excludes',
      both: [NAME, ID, 'aws-geoproximity-region: "eu-west-1"'],
      bad: ['aws-geoproximity-coordinates: "52.52,13.41"'],
    },
    {
      what: 'a continent that is none',
      rule: 'annotation/value',
      both: [NAME, ID],
      bad: ['aws-geolocation-continent-code: "XX"'],
      good: ['aws-geolocation-continent-code: "EU"'],
    },
    {
      what: 'a switch that is none',
      rule: 'annotation/value',
      both: [NAME],
      bad: ['aws-evaluate-target-health: "on"'],
      good: ['aws-evaluate-target-health: "true"'],
    },
    {
      what: 'a key that is none',
      rule: 'annotation/unknown',
      bad: ['hostnames: "payments.example.com"'],
      good: [NAME],
    },
  ],
);
