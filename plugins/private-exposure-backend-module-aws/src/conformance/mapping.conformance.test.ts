import type {
  AllowedPrincipal,
  SecurityGroup,
  ServiceConfiguration,
  Subnet,
  UnsuccessfulItem,
  VpcEndpoint,
  VpcEndpointConnection,
} from '@aws-sdk/client-ec2';
import type {
  Listener,
  LoadBalancer,
  LoadBalancerAttribute,
  TagDescription,
  TargetGroup,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { refusalIn } from '../endpointService/deciding/decide';
import {
  isOn,
  toConsumerEndpoint,
} from '../endpointService/inspection/readConsumers';
import { toLoadBalancerDescription } from '../inspection/describeLoadBalancer';
import { toListener } from '../inspection/readListeners';
import { isCrossZone } from '../inspection/readLoadBalancers';
import { toSecurityGroup } from '../inspection/readSecurityGroups';
import { toSubnet } from '../inspection/readSubnets';
import { toTarget, toTargetGroup } from '../inspection/readTargetGroups';
import { connectionStates, loadBalancerHealths } from '../mapping/states';
import { toTags } from '../mapping/tags';
import { toGrant } from '../endpointService/mapping/toGrant';
import { toSurveyedConnection } from '../endpointService/mapping/toSurveyedConnection';
import { toServiceExposure } from '../endpointService/mapping/toServiceExposure';
import {
  readPayloads,
  withMember as membersOf,
} from '../__testUtils__/readPayloads';

const payloads = readPayloads();

const withMember = <Member>(name: string) => membersOf<Member>(payloads, name);

const scope = {
  id: 'aws/123456789012/us-east-1',
  accountId: '123456789012',
  region: 'us-east-1',
  partition: 'aws',
  kinds: ['aws-endpoint-service' as const],
};
// No word of a real answer may be new to us.
const states = StateReader.create({
  cloud: 'AWS',
  logger: mockServices.logger.mock({
    warn: message => {
      throw new Error(message);
    },
  }),
});

const services = [
  ...withMember<ServiceConfiguration[]>('ServiceConfigurations'),
  ...withMember<ServiceConfiguration>('ServiceConfiguration').map(
    ({ file, member }) => ({ file, member: [member] }),
  ),
];

describe('endpoint services', () => {
  it.each(services)('$file', ({ member }) => {
    for (const service of member) {
      const exposure = toServiceExposure(service, {
        scope,
        states,
        loadBalancerTags: new Map(),
      });

      expect(exposure).toMatchObject({
        nativeId: expect.stringContaining(service.ServiceId ?? '?'),
        address: service.ServiceName,
        acceptanceRequired: service.AcceptanceRequired,
        nativeState: service.ServiceState,
        evidence: { tags: toTags(service.Tags) },
      });
      expect(exposure?.domain?.domain).toBe(service.PrivateDnsName);
      expect(exposure?.domain?.state).not.toBe('unknown');
    }
  });
});

describe('connections', () => {
  it.each(withMember<VpcEndpointConnection[]>('VpcEndpointConnections'))(
    '$file',
    ({ member }) => {
      for (const connection of member) {
        const found = toSurveyedConnection(connection, {
          scope,
          states,
          accountNames: new Map(),
        });

        expect(found).toMatchObject({
          nativeId: connection.VpcEndpointId,
          nativeState: connection.VpcEndpointState,
          createdAt: connection.CreationTimestamp?.toISOString(),
          consumer: { account: connection.VpcEndpointOwner },
        });
        expect(found?.state).not.toBe('unknown');
      }
    },
  );
});

describe('allowed principals', () => {
  it.each(withMember<AllowedPrincipal[]>('AllowedPrincipals'))(
    '$file',
    ({ member }) => {
      expect(member.map(one => toGrant(one, true)?.principal)).toEqual(
        member.map(({ Principal }) => Principal),
      );
    },
  );
});

describe('answers to accept and reject', () => {
  it.each(withMember<UnsuccessfulItem[]>('Unsuccessful'))(
    '$file',
    ({ member }) => {
      expect(refusalIn(member) !== undefined).toBe(member.length > 0);
    },
  );
});

const endpoints = [
  ...withMember<VpcEndpoint[]>('VpcEndpoints'),
  ...withMember<VpcEndpoint>('VpcEndpoint').map(({ file, member }) => ({
    file,
    member: [member],
  })),
];

describe('VPC endpoints', () => {
  it.each(endpoints)('$file', ({ member }) => {
    for (const endpoint of member) {
      const subnets = (endpoint.SubnetIds ?? []).map(id => ({
        id,
        zoneName: '',
        zoneId: '',
      }));
      const found = toConsumerEndpoint(endpoint, {
        type: 'seen',
        value: subnets,
      });

      expect(found).toMatchObject({
        state: endpoint.State,
        vpcId: endpoint.VpcId,
        privateDnsEnabled: endpoint.PrivateDnsEnabled ?? false,
        subnets: { value: subnets },
      });
      expect(
        states.read('VPC endpoint', endpoint.State, connectionStates),
      ).toBeDefined();
    }
  });
});

describe('VPC attributes', () => {
  const values = ['EnableDnsSupport', 'EnableDnsHostnames'].flatMap(name =>
    withMember<{ Value?: boolean }>(name),
  );

  it.each(values)('$file', ({ member }) => {
    // Every answer that was published happens to say yes or no; none is left to our default.
    expect(isOn(member)).toBe(member.Value);
  });
});

describe('subnets', () => {
  it.each(withMember<Subnet[]>('Subnets'))('$file', ({ member }) => {
    expect(member.map(toSubnet)).toEqual(
      member.map(subnet => ({
        id: subnet.SubnetId,
        zoneName: subnet.AvailabilityZone,
        zoneId: subnet.AvailabilityZoneId ?? '',
        vpcId: subnet.VpcId,
        cidr: subnet.CidrBlock,
        ipv6Cidrs: expect.any(Array),
        ownerId: subnet.OwnerId,
      })),
    );
  });
});

describe('security groups', () => {
  // A load balancer lists its groups by id under the same member name.
  const groups = withMember<SecurityGroup[]>('SecurityGroups').filter(
    ({ member }) => member.every(one => typeof one === 'object'),
  );

  it.each(groups)('$file', ({ member }) => {
    for (const group of member) {
      const sent = (group.IpPermissions ?? []).flatMap(permission => [
        ...(permission.IpRanges ?? []),
        ...(permission.Ipv6Ranges ?? []),
        ...(permission.UserIdGroupPairs ?? []),
        ...(permission.PrefixListIds ?? []),
      ]);
      const found = toSecurityGroup(group);

      expect(found?.id).toBe(group.GroupId);
      expect(
        found?.inbound.flatMap(rule => [
          ...rule.cidrs,
          ...rule.groups,
          ...rule.prefixLists,
        ]),
      ).toHaveLength(sent.length);
    }
  });
});

describe('load balancers', () => {
  it.each(withMember<LoadBalancer[]>('LoadBalancers'))(
    '$file',
    ({ member }) => {
      for (const loadBalancer of member) {
        const found = toLoadBalancerDescription(loadBalancer);

        expect(found).toMatchObject({
          state: loadBalancer.State?.Code,
          type: loadBalancer.Type,
          dnsName: loadBalancer.DNSName,
          vpcId: loadBalancer.VpcId,
          securityGroupIds: loadBalancer.SecurityGroups ?? [],
        });
        expect(
          states.read('load balancer', found.state, loadBalancerHealths),
        ).toBeDefined();
      }
    },
  );
});

describe('load balancer attributes', () => {
  const attributes = withMember<LoadBalancerAttribute[]>('Attributes').filter(
    ({ file }) => /load-?balancer-?attributes/i.test(file),
  );

  it.each(attributes)('$file', ({ member }) => {
    const sent = member.find(
      ({ Key }) => Key === 'load_balancing.cross_zone.enabled',
    );
    expect(isCrossZone(member)).toBe(sent?.Value === 'true');
  });
});

describe('listeners', () => {
  it.each(withMember<Listener[]>('Listeners'))('$file', ({ member }) => {
    expect(
      member
        .map(toListener)
        .map(found => [found?.arn, found?.port, found?.protocol]),
    ).toEqual(
      member.map(one => [one.ListenerArn, one.Port, one.Protocol ?? '']),
    );
  });
});

describe('target groups', () => {
  it.each(withMember<TargetGroup[]>('TargetGroups'))('$file', ({ member }) => {
    expect(
      member.map(toTargetGroup).map(found => [found?.arn, found?.port]),
    ).toEqual(member.map(one => [one.TargetGroupArn, one.Port]));
  });
});

describe('target health', () => {
  it.each(withMember<TargetHealthDescription[]>('TargetHealthDescriptions'))(
    '$file',
    ({ member }) => {
      for (const description of member) {
        const found = toTarget(description, [], { states });

        expect(found.id).toBe(description.Target?.Id);
        expect(found.condition).toBeDefined();
        expect(found.reason ?? '').toContain(
          description.TargetHealth?.Reason ?? '',
        );
      }
    },
  );
});

describe('tags', () => {
  it.each(withMember<TagDescription[]>('TagDescriptions'))(
    '$file',
    ({ member }) => {
      for (const { Tags } of member) {
        expect(Object.keys(toTags(Tags))).toHaveLength(Tags?.length ?? 0);
      }
    },
  );
});
