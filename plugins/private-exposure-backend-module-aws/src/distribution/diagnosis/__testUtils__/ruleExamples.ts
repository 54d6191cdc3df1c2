import {
  certificate,
  firewall,
  loadBalancer,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { InspectedFirewall } from '../../../inspection/InspectedFirewall';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { Seen } from '../../../inspection/Seen';
import type {
  DistributionInspection,
  InspectedName,
  InspectedOrigin,
  Successor,
} from '../../inspection/DistributionInspection';
import { behind, distribution, origin } from './inspections';

const withOrigin = (...changes: Parameters<typeof origin>) =>
  distribution({ origins: [origin(...changes)] });
const withPublic = (
  changes: Parameters<typeof loadBalancer>[0],
  lists?: string[],
  settings: Pick<InspectedOrigin, 'addsHeaders'> = {},
) =>
  withOrigin({
    ...settings,
    vpcOrigin: undefined,
    backend: behind(
      loadBalancer({
        ...changes,
        is: { scheme: 'internet-facing', ...changes?.is },
      }),
      { cloudFrontPrefixLists: lists && seen(lists) },
    ),
  });
const letsIn = (prefixLists: string[]) =>
  seen([
    {
      id: 'sg-1',
      inbound: [
        {
          protocol: 'tcp',
          fromPort: 443,
          toPort: 443,
          cidrs: [],
          groups: [],
          prefixLists,
        },
      ],
    },
  ]);
const successor: Successor = {
  arn: 'arn',
  dnsName: 'k8s-edge-public-2.elb.eu-west-1.amazonaws.com',
  accountId: '222233334444',
  madeFor: 'Kubernetes Service edge/public',
};
const withMissing = (changes: { successors: Seen<Successor[]> }) =>
  withOrigin({
    vpcOrigin: undefined,
    backend: seen({
      type: 'missing',
      wanted: 'a-1.elb.eu-west-1.amazonaws.com',
      accountIds: ['222233334444'],
      ...changes,
    }),
  });
const withRecords = (records: InspectedName['records']) =>
  withOrigin({
    vpcOrigin: undefined,
    name: { name: 'entrance.acme.example', records },
    backend: seen(undefined),
  });
const zone = {
  zoneId: 'Z1',
  zoneName: 'acme.example',
  accountId: '222233334444',
};
const withFirewall = (
  id: string,
  webAcl: InspectedFirewall['webAcl'] = unseen(),
) => distribution({ firewall: seen({ id, webAcl }) });

/** What each rule about distributions notices, and what it must leave alone. */
export const ruleExamples: RuleExamples<DistributionInspection> = {
  'aws/distribution-disabled': {
    noticed: [
      {
        name: 'a distribution that is switched off',
        inspection: distribution({ distribution: { enabled: false } }),
        says: 'disabled',
      },
    ],
    leftAlone: [],
  },
  'aws/distribution-not-deployed': {
    noticed: [
      {
        name: 'a change on its way',
        inspection: distribution({ distribution: { status: 'InProgress' } }),
        says: 'on its way',
      },
    ],
    leftAlone: [],
  },
  'aws/origin-gone': {
    noticed: [
      {
        name: 'a load balancer that was made again',
        inspection: withOrigin({
          vpcOrigin: undefined,
          name: { name: 'entrance.acme.example', records: seen(undefined) },
          backend: seen({
            type: 'recreated',
            wanted: 'a-1.elb.eu-west-1.amazonaws.com',
            existing: {
              arn: 'arn',
              dnsName: 'a-2.elb.eu-west-1.amazonaws.com',
              accountId: '222233334444',
            },
          }),
        }),
        says: "Point the record of 'entrance.acme.example'",
      },
      {
        name: 'a load balancer that is gone, with one for the same object',
        inspection: withMissing({
          successors: seen([successor]),
        }),
        says: 'Kubernetes Service edge/public has k8s-edge-public-2',
      },
      {
        name: 'a VPC origin whose load balancer does not exist',
        inspection: withOrigin({
          backend: behind(loadBalancer({ description: seen(undefined) })),
        }),
        says: "VPC origin 'vo_1'",
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that may not be looked at',
        inspection: withOrigin({ backend: unseen('x:Y') }),
      },
      {
        name: 'an origin that is no load balancer of ours',
        inspection: withOrigin({ backend: seen(undefined) }),
      },
      {
        name: 'a load balancer that may be in an account that is not configured',
        inspection: withMissing({ successors: seen([]) }),
      },
    ],
  },
  'aws/origin-not-found': {
    noticed: [
      {
        name: 'a host name of no load balancer that is seen',
        inspection: withMissing({ successors: seen([]) }),
        says: "add that under 'privateExposure.aws.accounts'",
      },
      {
        name: 'one where nobody let us look what took its place',
        inspection: withMissing({ successors: unseen('x:Y') }),
        says: 'If it is gone: Point the origin at',
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that something took the place of',
        inspection: withMissing({ successors: seen([successor]) }),
      },
      {
        name: 'a load balancer that may not be looked at',
        inspection: withOrigin({ backend: unseen('x:Y') }),
      },
    ],
  },
  'aws/origin-without-record': {
    noticed: [
      {
        name: 'a name without a record in a zone of ours',
        inspection: withRecords(seen({ ...zone, targets: [] })),
        says: "Zone 'acme.example' has no record",
      },
    ],
    leftAlone: [
      {
        name: 'a name with a record',
        inspection: withRecords(seen({ ...zone, targets: ['192.0.2.1'] })),
      },
      {
        name: 'a name in a zone that is not ours',
        inspection: withRecords(seen(undefined)),
      },
      {
        name: 'a name whose zone may not be looked at',
        inspection: withRecords(unseen('route53:X')),
      },
    ],
  },
  'aws/origin-open-to-distributions': {
    noticed: [
      {
        name: "CloudFront's prefix list, and nothing to tell distributions by",
        inspection: withPublic({ securityGroups: letsIn(['pl-cloudfront']) }, [
          'pl-cloudfront',
        ]),
        says: 'secret value',
      },
    ],
    leftAlone: [
      {
        name: 'a distribution that adds a header',
        inspection: withPublic(
          { securityGroups: letsIn(['pl-cloudfront']) },
          ['pl-cloudfront'],
          { addsHeaders: true },
        ),
      },
      {
        name: 'an internal load balancer',
        inspection: withPublic(
          {
            is: { scheme: 'internal' },
            securityGroups: letsIn(['pl-cloudfront']),
          },
          ['pl-cloudfront'],
        ),
      },
      {
        name: 'a prefix list while nobody lets us look which is CloudFronts',
        inspection: withPublic({ securityGroups: letsIn(['pl-any']) }),
      },
    ],
  },
  'aws/certificate-mismatch': {
    noticed: [
      {
        name: 'a name that the certificate does not have',
        inspection: distribution({
          distribution: { aliases: ['shop.acme.example', 'acme.example'] },
        }),
        says: 'not good for acme.example',
      },
      {
        name: 'a name two labels below a star',
        inspection: distribution({
          distribution: { aliases: ['a.b.shop.acme.example'] },
        }),
        says: 'a.b.shop.acme.example',
      },
      {
        name: "CloudFront's own certificate with a name of one's own",
        inspection: distribution({ certificates: [] }),
        says: 'shop.acme.example',
      },
    ],
    leftAlone: [
      {
        name: 'a name one label below a star, in capitals',
        inspection: distribution({
          distribution: { aliases: ['EU.shop.acme.example'] },
        }),
      },
      {
        name: 'no other names',
        inspection: distribution({
          certificates: [],
          distribution: { aliases: [] },
        }),
      },
      {
        name: 'a certificate that may not be looked at',
        inspection: distribution({
          certificates: [{ arn: 'arn', details: unseen('x:Y') }],
        }),
      },
    ],
  },
  'aws/certificate-wrong-region': {
    noticed: [
      {
        name: 'a certificate of another region',
        inspection: distribution({
          certificates: [
            {
              arn: 'arn:aws:acm:eu-west-1:222233334444:certificate/1',
              details: unseen(),
            },
          ],
        }),
        says: 'is in eu-west-1',
      },
    ],
    leftAlone: [
      {
        name: "one of IAM's, which has no region",
        inspection: distribution({
          certificates: [{ arn: 'ASCAEXAMPLE', details: unseen() }],
        }),
      },
    ],
  },
  'aws/origin-reachable-directly': {
    noticed: [
      {
        name: 'a group that lets everybody in',
        inspection: withPublic({}),
        says: 'lets 0.0.0.0/0 in',
      },
      {
        name: 'no security group',
        inspection: withPublic({
          is: { securityGroupIds: [] },
          securityGroups: seen([]),
        }),
        says: 'no security group',
      },
      {
        name: "another prefix list than CloudFront's",
        inspection: withPublic(
          { securityGroups: letsIn(['pl-cloudfront', 'pl-partners']) },
          ['pl-cloudfront'],
        ),
        says: 'lets pl-partners in',
      },
    ],
    leftAlone: [
      {
        name: "CloudFront's prefix list",
        inspection: withPublic({ securityGroups: letsIn(['pl-cloudfront']) }, [
          'pl-cloudfront',
        ]),
      },
      {
        name: 'a prefix list while nobody lets us look which is CloudFronts',
        inspection: withPublic({ securityGroups: letsIn(['pl-any']) }),
      },
      {
        name: 'private addresses',
        inspection: withPublic({ inbound: ['10.0.0.0/8', '192.168.7.0/24'] }),
      },
      {
        name: 'groups that may not be looked at',
        inspection: withPublic({ securityGroups: unseen('x:Y') }),
      },
    ],
  },
  'aws/firewall-wrong-scope': {
    noticed: [
      {
        name: 'a regional web ACL',
        inspection: withFirewall(
          'arn:aws:wafv2:us-east-1:222233334444:regional/webacl/shop/1',
        ),
        says: 'scope REGIONAL',
      },
      {
        name: 'a web ACL of WAF Classic',
        inspection: withFirewall('473e64fd-f30b-4765-81a0-62ad96dd167a'),
        says: 'WAF Classic',
      },
    ],
    leftAlone: [],
  },
  'aws/firewall-missing': {
    noticed: [
      {
        name: 'no web ACL',
        inspection: distribution({ firewall: seen(undefined) }),
        says: 'no web ACL',
      },
      {
        name: 'a web ACL that was deleted',
        inspection: withFirewall(firewall().id, seen(undefined)),
        says: 'does not exist',
      },
    ],
    leftAlone: [
      {
        name: 'a web ACL that may not be looked at',
        inspection: withFirewall(firewall().id, unseen('x:Y')),
      },
    ],
  },
  'aws/origin-not-encrypted': {
    noticed: [
      {
        name: 'match-viewer',
        inspection: withOrigin({ protocolPolicy: 'match-viewer' }),
        says: 'whenever the viewer came without',
      },
      {
        name: 'http-only',
        inspection: withOrigin({ protocolPolicy: 'http-only' }),
        says: 'https-only',
      },
    ],
    leftAlone: [
      {
        name: 'a bucket',
        inspection: withOrigin({ protocolPolicy: undefined }),
      },
    ],
  },
  'aws/permission-missing': {
    noticed: [
      {
        name: 'a name whose zone may not be looked at',
        inspection: distribution({
          names: [{ name: 'a.example', records: unseen('route53:X') }],
        }),
        says: 'route53:X',
      },
      {
        name: 'a load balancer that may not be looked at',
        inspection: withOrigin({ backend: unseen('elasticloadbalancing:X') }),
        says: 'elasticloadbalancing:X',
      },
      {
        name: 'a web ACL that may not be looked at',
        inspection: withFirewall(firewall().id, unseen('wafv2:X')),
        says: 'wafv2:X',
      },
      {
        name: 'a VPC origin in an account that cannot be entered',
        inspection: withOrigin({
          vpcOrigin: { id: 'vo_1', description: unseen('sts:AssumeRole') },
        }),
        says: 'trusts this backend',
      },
    ],
    leftAlone: [
      {
        name: "what is not ours to look into, such as IAM's certificates",
        inspection: distribution({
          certificates: [{ ...certificate(), details: unseen() }],
        }),
      },
    ],
  },
};
