import {
  Certificate,
  globalScope,
  Scope,
  Tags,
  Vpc,
  WebAcl,
  World,
} from '../world';
import { createRoomyVpc } from './seedBulk';

/** How many load balancers and distributions to spread over accounts and regions. @public */
export interface EntranceSeed {
  accountIds: string[];
  regions: string[];
  /** In all: each account and region gets its part. */
  loadBalancers: number;
  /** In all: each account gets its part. */
  distributions: number;
  /** Tags of each; `{n}` in a value becomes its number. */
  tags?: Tags;
}

/** One load balancer of a place in this many is a Classic one. */
const CLASSIC_EVERY = 10;

/** One distribution of an account in this many has no web ACL. */
const UNPROTECTED_EVERY = 10;

function tagsOf(seed: EntranceSeed, number: number): Tags {
  return Object.fromEntries(
    Object.entries(seed.tags ?? {}).map(([key, value]) => [
      key,
      value.split('{n}').join(String(number)),
    ]),
  );
}

function addLoadBalancer(
  world: World,
  place: {
    scope: Scope;
    vpc: Vpc;
    number: number;
    /** How many the place has already. */
    before: number;
    tags: Tags;
  },
): void {
  const { scope, vpc, number, before, tags } = place;
  const subnetIds = world.network
    .subnetsOfVpc(scope, vpc.id)
    .map(({ id }) => id);
  const name = `seed-${number}-${vpc.id.slice(-6)}`;
  if (before % CLASSIC_EVERY === CLASSIC_EVERY - 1) {
    world.classicLoadBalancers.create(scope, {
      name,
      subnetIds,
      listeners: [
        {
          protocol: 'TCP',
          port: 443,
          instanceProtocol: 'TCP',
          instancePort: 30443,
        },
      ],
      tags,
    });
    return;
  }
  const isPublic = before % 2 === 0;
  const loadBalancer = world.createLoadBalancer(scope, {
    name,
    type: isPublic ? 'application' : 'network',
    scheme: isPublic ? 'internet-facing' : 'internal',
    subnetIds: subnetIds.slice(0, 2),
    state: 'active',
    tags,
  });
  const group = world.createTargetGroup(scope, {
    name,
    protocol: isPublic ? 'HTTP' : 'TCP',
    port: 8080,
    vpcId: vpc.id,
    targetType: 'ip',
  });
  world.createListener(scope, {
    loadBalancerArn: loadBalancer.id,
    port: 443,
    protocol: isPublic ? 'HTTPS' : 'TCP',
    targetGroupArn: group.id,
  });
}

function addDistribution(
  world: World,
  place: {
    accountId: string;
    number: number;
    /** How many the account has already. */
    before: number;
    tags: Tags;
    domain: string;
    certificate: Certificate;
    webAcl: WebAcl;
  },
): void {
  const { number, before, domain } = place;
  const isProtected = before % UNPROTECTED_EVERY !== 0;
  world.distributions.create(place.accountId, {
    config: {
      comment: `seed ${number}`,
      aliases: [`seed-${number}.${domain}`],
      origins: [{ id: 'entrance', domainName: `entrance.${domain}` }],
      webAclId: isProtected ? place.webAcl.id : '',
      viewerCertificate: {
        certificateArn: place.certificate.id,
        minimumProtocolVersion: 'TLSv1.2_2021',
      },
    },
    tags: place.tags,
    state: 'Deployed',
  });
}

function seedDistributions(world: World, seed: EntranceSeed): void {
  const { accountIds, distributions } = seed;
  const parts = accountIds.map(accountId => {
    const scope = globalScope(accountId);
    world.accounts.ensureAccount(accountId);
    const webAcls = world.webAcls.list(scope, 'CLOUDFRONT');
    // A second seed has names of its own.
    const domain = `a${accountId}-${webAcls.length}.seed.example`;
    return {
      accountId,
      domain,
      certificate: world.certificates.create(scope, {
        domainName: `*.${domain}`,
        state: 'ISSUED',
      }),
      webAcl: world.webAcls.create(scope, {
        name: `seed-${webAcls.length}`,
        wafScope: 'CLOUDFRONT',
      }),
    };
  });
  for (let index = 0; index < distributions; index += 1) {
    const number = index + 1;
    addDistribution(world, {
      ...parts[index % parts.length],
      number,
      before: Math.floor(index / parts.length),
      tags: tagsOf(seed, number),
    });
  }
}

/**
 * Adds many load balancers and distributions that stand behind no endpoint
 * service. A second call adds more.
 *
 * @public
 */
export function seedEntrances(
  world: World,
  seed: EntranceSeed,
): { scopes: number; loadBalancers: number; distributions: number } {
  const places = seed.accountIds.flatMap(accountId =>
    seed.regions.map(region => {
      const scope = { accountId, region };
      world.accounts.ensureAccount(accountId);
      return { scope, vpc: createRoomyVpc(world, scope) };
    }),
  );
  for (let index = 0; index < seed.loadBalancers; index += 1) {
    const number = index + 1;
    addLoadBalancer(world, {
      ...places[index % places.length],
      number,
      before: Math.floor(index / places.length),
      tags: tagsOf(seed, number),
    });
  }
  seedDistributions(world, seed);
  return {
    scopes: places.length,
    loadBalancers: seed.loadBalancers,
    distributions: seed.distributions,
  };
}
