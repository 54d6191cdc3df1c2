import {
  loadBalancer,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { Seen } from '../../../inspection/Seen';
import type {
  DistributionInspection,
  InspectedName,
  InspectedOrigin,
  Successor,
} from '../../inspection/DistributionInspection';
import { behind } from './inspections';
import { withOrigin } from './withOrigin';

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

/** Of rules about the origins of a distribution. */
export const originExamples: RuleExamples<DistributionInspection> = {
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
};
