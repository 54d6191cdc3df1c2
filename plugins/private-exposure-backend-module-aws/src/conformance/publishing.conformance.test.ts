import type {
  CertificateDetail,
  CertificateSummary,
} from '@aws-sdk/client-acm';
import type {
  Distribution,
  DistributionConfig,
  DistributionList,
  DistributionSummary,
} from '@aws-sdk/client-cloudfront';
import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Resource } from '@aws-sdk/client-ram';
import type { WebACL } from '@aws-sdk/client-wafv2';
import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { toDescribedDistribution } from '../distribution/mapping/toDescribedDistribution';
import { toDistributionExposure } from '../distribution/mapping/toDistributionExposure';
import { toListedCertificate } from '../inspection/listCertificates';
import { toCertificateDetails } from '../inspection/readCertificates';
import { toWebAcl } from '../inspection/readWebAcl';
import {
  toClassicDescription,
  toClassicListener,
} from '../loadBalancer/inspection/readClassicLoadBalancer';
import { toSubnetShare } from '../loadBalancer/inspection/readSubnetShares';
import { toClassicExposure } from '../loadBalancer/mapping/toClassicExposure';
import { toLoadBalancerExposure } from '../loadBalancer/mapping/toLoadBalancerExposure';
import { readPayloads, withMember } from '../__testUtils__/readPayloads';

const payloads = readPayloads();

// No word of a real answer may be new to us.
const states = StateReader.create({
  cloud: 'AWS',
  logger: mockServices.logger.mock({
    warn: message => {
      throw new Error(message);
    },
  }),
});
const scope = {
  id: 'aws/123456789012/us-east-1',
  accountId: '123456789012',
  region: 'us-east-1',
  partition: 'aws',
  kinds: [],
};

describe('load balancers that stand alone', () => {
  it.each(withMember<LoadBalancer[]>(payloads, 'LoadBalancers'))(
    '$file',
    ({ member }) => {
      for (const loadBalancer of member) {
        expect(
          toLoadBalancerExposure(loadBalancer, {
            states,
            tags: {},
            surroundings: { subnetOwners: [] },
          }),
        ).toMatchObject({
          nativeId: loadBalancer.LoadBalancerArn,
          address: loadBalancer.DNSName,
          nativeState: loadBalancer.State?.Code,
          provenance: { createdAt: loadBalancer.CreatedTime?.toISOString() },
        });
      }
    },
  );
});

const classic = withMember<LoadBalancerDescription[]>(
  payloads,
  'LoadBalancerDescriptions',
);

describe('Classic load balancers', () => {
  it.each(classic)('$file', ({ member }) => {
    for (const loadBalancer of member) {
      const options = {
        scope,
        tags: new Map(),
        surroundings: { subnetOwners: [] },
      };
      expect(toClassicExposure(loadBalancer, options)).toMatchObject({
        nativeId: expect.stringContaining(loadBalancer.LoadBalancerName ?? '?'),
        address: loadBalancer.DNSName,
      });
      expect(toClassicDescription(loadBalancer)).toMatchObject({
        dnsName: loadBalancer.DNSName,
        scheme: loadBalancer.Scheme,
        subnetIds: loadBalancer.Subnets ?? [],
      });
      for (const listener of loadBalancer.ListenerDescriptions ?? []) {
        expect(toClassicListener(listener, 'id')).toMatchObject({
          port: listener.Listener?.LoadBalancerPort,
          protocol: listener.Listener?.Protocol,
        });
      }
    }
  });
});

type Described = Parameters<typeof toDescribedDistribution>[0];

const summaries = [
  ...withMember<DistributionList>(payloads, 'DistributionList').map(
    ({ file, member }) => ({ file, member: member.Items ?? [] }),
  ),
  ...withMember<DistributionSummary>(payloads, 'Distribution').map(
    ({ file, member }) => ({ file, member: [member] }),
  ),
];

describe('distributions', () => {
  it.each(summaries)('$file', ({ member }) => {
    for (const distribution of member) {
      const exposure = toDistributionExposure(distribution, {
        states,
        tags: {},
        surroundings: {
          webAcl: undefined,
          certificates: [],
          vpcOrigins: [],
          names: [],
        },
      });

      expect(exposure).toMatchObject({
        nativeId: distribution.ARN,
        address: distribution.DomainName,
        nativeState: distribution.Status,
      });
      expect(exposure?.facts).toContainEqual(
        expect.objectContaining({ value: distribution.Id }),
      );
    }
  });

  it.each(withMember<DistributionList>(payloads, 'DistributionList'))(
    '$file, as the listing describes it',
    ({ member }) => {
      for (const distribution of member.Items ?? []) {
        expect(toDescribedDistribution(distribution)).toMatchObject({
          id: distribution.Id,
          aliases: distribution.Aliases?.Items ?? [],
          origins: (distribution.Origins?.Items ?? []).map(({ DomainName }) =>
            expect.objectContaining({ host: DomainName }),
          ),
        });
      }
    },
  );

  it.each(withMember<Distribution>(payloads, 'Distribution'))(
    '$file, looked into',
    ({ member }) => {
      const { DistributionConfig: config } = member;
      const described = { ...member, ...config } as Described;
      expect(toDescribedDistribution(described)).toMatchObject({
        id: member.Id,
        status: member.Status,
        enabled: config?.Enabled,
        aliases: config?.Aliases?.Items ?? [],
      });
    },
  );

  it.each(withMember<DistributionConfig>(payloads, 'DistributionConfig'))(
    '$file, its settings',
    ({ member }) => {
      const found = toDescribedDistribution(member as Described);

      expect(found.enabled).toBe(member.Enabled);
      expect(found.aliases).toHaveLength(member.Aliases?.Quantity ?? 0);
    },
  );
});

describe('web ACLs', () => {
  it.each(withMember<WebACL>(payloads, 'WebACL'))('$file', ({ member }) => {
    const found = toWebAcl(member);

    expect(found).toMatchObject({ arn: member.ARN, name: member.Name });
    expect(found.blocksByDefault).toBe(
      member.DefaultAction !== undefined && 'Block' in member.DefaultAction,
    );
    expect(found.rules.map(({ name }) => name)).toEqual(
      (member.Rules ?? []).map(({ Name }) => Name),
    );
  });
});

describe('certificates', () => {
  it.each(withMember<CertificateDetail>(payloads, 'Certificate'))(
    '$file',
    ({ member }) => {
      const found = toCertificateDetails(member);

      expect(found.domainName).toBe(member.DomainName);
      expect(found.status).toBe(member.Status);
      expect(found.names).toEqual(
        expect.arrayContaining(member.SubjectAlternativeNames ?? []),
      );
    },
  );
});

describe('certificates in a listing', () => {
  it.each(withMember<CertificateSummary[]>(payloads, 'CertificateSummaryList'))(
    '$file',
    ({ member }) => {
      for (const certificate of member) {
        expect(toListedCertificate(certificate).details).toMatchObject({
          domainName: certificate.DomainName,
          status: certificate.Status ?? '',
          notAfter: certificate.NotAfter,
        });
      }
    },
  );
});

describe('shared subnets', () => {
  it.each(withMember<Resource[]>(payloads, 'resources'))(
    '$file',
    ({ member }) => {
      for (const resource of member) {
        const isSubnet = resource.arn?.includes(':subnet/') ?? false;
        expect(toSubnetShare(resource) !== undefined).toBe(isSubnet);
      }
    },
  );
});
