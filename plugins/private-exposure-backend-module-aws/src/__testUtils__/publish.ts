import type {
  Distribution,
  LoadBalancer,
  TargetGroup,
  WebAclRule,
} from 'sandbox';
import { PROVIDER, type Wire } from './startWire';

/** What a test wants to be different from a load balancer that works. */
export interface MakeLoadBalancerOptions {
  scope?: typeof PROVIDER;
  subnetIds?: string[];
  type?: LoadBalancer['type'];
  scheme?: LoadBalancer['scheme'];
  tags?: Record<string, string>;
  inbound?: { cidrIpv4?: string; prefixListId?: string }[];
  certificateArn?: string;
  /** Default: the name, with `-pods`. */
  targetGroupName?: string;
}

/** An application load balancer with a listener and a target that answers, in its account's default network. */
export function makeLoadBalancer(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  options: MakeLoadBalancerOptions = {},
): { loadBalancer: LoadBalancer; targetGroup: TargetGroup; targetId: string } {
  const { world } = sandbox;
  const { scope = PROVIDER, type = 'application', certificateArn } = options;
  const subnetIds =
    options.subnetIds ??
    world.network
      .subnetsOfVpc(scope, world.network.ensureDefaultVpc(scope).id)
      .map(({ id }) => id);
  const [first] = subnetIds.map(id => world.network.getSubnet(scope, id));
  const group = world.securityGroups.createSecurityGroup(scope, {
    // One that is made again has a new group too.
    name: `${name}-${sandbox.clock.now()}`,
    description: name,
    vpcId: first.vpcId,
  });
  world.securityGroups.authorize(
    scope,
    group.id,
    'ingress',
    (options.inbound ?? [{ cidrIpv4: '10.0.0.0/8' }]).map(source => ({
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      ...source,
    })),
  );
  const loadBalancer = world.createLoadBalancer(scope, {
    name,
    type,
    scheme: options.scheme,
    subnetIds,
    securityGroupIds: [group.id],
    tags: options.tags,
    state: 'active',
  });
  const targetGroup = world.createTargetGroup(scope, {
    name: options.targetGroupName ?? `${name}-pods`,
    protocol: type === 'application' ? 'HTTP' : 'TCP',
    port: 8080,
    vpcId: first.vpcId,
    targetType: 'ip',
  });
  world.createListener(scope, {
    loadBalancerArn: loadBalancer.id,
    protocol: type === 'application' ? 'HTTPS' : 'TCP',
    port: 443,
    targetGroupArn: targetGroup.id,
    certificateArn,
  });
  const targetId = first.cidrBlock.replace(/0\/\d+$/, '100');
  world.registerTargets(scope, targetGroup.id, [{ targetId }]);
  // Past the first health checks.
  sandbox.clock.advance(60_000);
  return { loadBalancer, targetGroup, targetId };
}

/** A certificate that is issued and has a year to go. */
export function makeCertificate(
  { sandbox }: Pick<Wire, 'sandbox'>,
  domainName: string,
  scope: typeof PROVIDER,
  options: { notAfter?: number; alternativeNames?: string[] } = {},
): string {
  const { id } = sandbox.world.certificates.create(scope, {
    domainName,
    type: 'IMPORTED',
    ...options,
  });
  return id;
}

/** What a test wants to be different from a distribution that works. */
export interface PublishOptions {
  certificateArn?: string;
  webAclArn?: string | false;
  tags?: Record<string, string>;
  state?: Distribution['state'];
  isEnabled?: boolean;
}

/**
 * A distribution with certificate, web ACL and name, in front of a host or a VPC origin.
 *
 * @param origin - A host name, or the id of a VPC origin.
 */
export function publish(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  origin: { host: string } | { vpcOriginId: string },
  options: PublishOptions = {},
): Distribution {
  const { world } = sandbox;
  const { accountId } = PROVIDER;
  const global = { accountId, region: 'us-east-1' };
  const alias = `${name}.acme.example`;
  const webAclId =
    options.webAclArn ??
    world.webAcls.create(global, {
      name,
      wafScope: 'CLOUDFRONT',
      defaultAction: 'allow',
      rules: [managedRule('none')],
    }).id;
  const timeouts = { readTimeoutSeconds: 30, keepaliveTimeoutSeconds: 5 };
  const distribution = world.distributions.create(accountId, {
    config: {
      aliases: [alias],
      isEnabled: options.isEnabled ?? true,
      webAclId: webAclId || '',
      viewerCertificate: {
        certificateArn:
          options.certificateArn ?? makeCertificate({ sandbox }, alias, global),
        minimumProtocolVersion: 'TLSv1.2_2021',
        sslSupportMethod: 'sni-only',
      },
      origins: [
        'host' in origin
          ? { id: 'entrance', domainName: origin.host }
          : {
              id: 'entrance',
              domainName: 'entrance.internal',
              target: { type: 'vpc', ...origin, ...timeouts },
            },
      ],
    },
    tags: options.tags,
    state: options.state ?? 'Deployed',
  });
  pointName({ sandbox }, alias, distribution.domainName);
  return distribution;
}

/** A rule of a managed group, with its override. */
export function managedRule(overrideAction: 'none' | 'count'): WebAclRule {
  return {
    name: 'common',
    priority: 0,
    overrideAction,
    statement: {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: 'AWSManagedRulesCommonRuleSet',
      },
    },
    metricName: 'common',
  };
}

/** A rule of a managed group of two rules, with an override to Count for some of them. */
export function overriddenRule(
  overridden: ('AnonymousIPList' | 'HostingProviderIPList')[],
): WebAclRule {
  return {
    name: 'anonymous',
    priority: 1,
    overrideAction: 'none',
    statement: {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: 'AWSManagedRulesAnonymousIpList',
        RuleActionOverrides: overridden.map(Name => ({
          Name,
          ActionToUse: { Count: {} },
        })),
      },
    },
    metricName: 'anonymous',
  };
}

/** A record of `acme.example` in the provider's account. */
export function pointName(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  dnsName: string,
  accountId: string = PROVIDER.accountId,
): void {
  const { hostedZones } = sandbox.world;
  const zone =
    hostedZones.findZone(accountId, 'acme.example') ??
    hostedZones.createZone(accountId, { name: 'acme.example' });
  const record = { name, type: 'CNAME', ttl: 60, values: [dnsName] };
  hostedZones.changeRecords(accountId, zone.id, {
    changes: [{ action: 'UPSERT', record }],
  });
}
