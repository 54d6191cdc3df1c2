import { AccountDirectory } from './AccountDirectory';
import { AwsFault } from './AwsFault';
import { addressAt, cidrContains, cidrSize, subBlock } from './addresses';
import { ResourceShares } from './ResourceShares';
import { ScopedCollection } from './ScopedCollection';
import { NetworkInterface, Scope, Subnet, Tags, Vpc } from './types';
import { WorldContext } from './WorldContext';

/** AWS keeps the first four addresses of a subnet and the last for itself. */
const RESERVED_ADDRESSES = 5;

/**
 * VPCs, subnets and network interfaces. Subnets that another account shares,
 * and their VPCs, are there for an account as if they were its own.
 *
 * @public
 */
export class Network {
  readonly vpcs = new ScopedCollection<Vpc>();
  readonly subnets = new ScopedCollection<Subnet>();
  readonly networkInterfaces = new ScopedCollection<NetworkInterface>();
  readonly #context: WorldContext;
  readonly #accounts: AccountDirectory;
  readonly #shares: ResourceShares;

  constructor(
    context: WorldContext,
    parts: { accounts: AccountDirectory; shares: ResourceShares },
  ) {
    this.#context = context;
    this.#accounts = parts.accounts;
    this.#shares = parts.shares;
  }

  /** Creates a VPC. DNS support is on and DNS host names are off by default. */
  createVpc(
    scope: Scope,
    input: {
      cidrBlock?: string;
      tags?: Tags;
      isDefault?: boolean;
      enableDnsSupport?: boolean;
      enableDnsHostnames?: boolean;
      id?: string;
    } = {},
  ): Vpc {
    this.#accounts.ensureAccount(scope.accountId);
    const cidrBlock = input.cidrBlock ?? '10.0.0.0/16';
    cidrSize(cidrBlock);
    const id = input.id ?? this.#context.ids.resourceId('vpc');
    return this.vpcs.add({
      ...this.#context.newRecord(scope, id, input.tags),
      cidrBlock,
      isDefault: input.isDefault ?? false,
      enableDnsSupport: input.enableDnsSupport ?? true,
      enableDnsHostnames: input.enableDnsHostnames ?? false,
    });
  }

  /**
   * Creates a subnet in a zone that is given by name or by id; without a CIDR
   * block it gets the next /24 of the VPC.
   */
  createSubnet(
    scope: Scope,
    input: {
      vpcId: string;
      zone: string;
      cidrBlock?: string;
      tags?: Tags;
      id?: string;
    },
  ): Subnet {
    const vpc = this.getVpc(scope, input.vpcId);
    const zone = this.#accounts.getZone(scope, input.zone);
    const siblings = this.subnetsOfVpc(scope, vpc.id).length;
    const cidrBlock = input.cidrBlock ?? subBlock(vpc.cidrBlock, 24, siblings);
    if (!cidrContains(vpc.cidrBlock, addressAt(cidrBlock, 0))) {
      throw new AwsFault(
        'InvalidSubnet.Range',
        `The CIDR '${cidrBlock}' is invalid.`,
      );
    }
    const id = input.id ?? this.#context.ids.resourceId('subnet');
    return this.subnets.add({
      ...this.#context.newRecord(scope, id, input.tags),
      vpcId: vpc.id,
      cidrBlock,
      zoneName: zone.zoneName,
      zoneId: zone.zoneId,
      usedAddresses: 0,
      mapPublicIpOnLaunch: false,
    });
  }

  /**
   * The account's default VPC in a region with a subnet in each zone; it is
   * made when it is missing.
   */
  ensureDefaultVpc(scope: Scope): Vpc {
    const existing = this.vpcs.list(scope).find(vpc => vpc.isDefault);
    if (existing) return existing;
    const vpc = this.createVpc(scope, {
      cidrBlock: '172.31.0.0/16',
      isDefault: true,
      enableDnsHostnames: true,
    });
    for (const { zoneName } of this.#accounts.listZones(scope)) {
      this.createSubnet(scope, { vpcId: vpc.id, zone: zoneName });
    }
    return vpc;
  }

  /** Takes an address of the subnet for a new interface. */
  createNetworkInterface(
    subnet: Subnet,
    input: {
      description: string;
      interfaceType: NetworkInterface['interfaceType'];
      securityGroupIds: string[];
    },
    owner: Scope = subnet,
  ): NetworkInterface {
    if (this.availableAddresses(subnet) <= 0) {
      throw new AwsFault(
        'InsufficientFreeAddressesInSubnet',
        `The specified subnet does not have enough free addresses to satisfy the request: ${subnet.id}`,
      );
    }
    subnet.usedAddresses += 1;
    const { ids } = this.#context;
    const mac = ids.hex(10).match(/../g) ?? [];
    return this.networkInterfaces.add({
      ...this.#context.newRecord(owner, ids.resourceId('eni')),
      vpcId: subnet.vpcId,
      subnetId: subnet.id,
      zoneName: subnet.zoneName,
      privateIpAddress: addressAt(subnet.cidrBlock, subnet.usedAddresses + 3),
      macAddress: ['0a', ...mac].join(':'),
      ...input,
    });
  }

  /** How many addresses of a subnet are free. */
  availableAddresses(subnet: Subnet): number {
    return (
      cidrSize(subnet.cidrBlock) - RESERVED_ADDRESSES - subnet.usedAddresses
    );
  }

  /** The VPC; a foreign or unknown id is `InvalidVpcID.NotFound`. */
  getVpc(scope: Scope, vpcId: string): Vpc {
    const own = this.vpcs.getIn(scope, vpcId);
    const vpc =
      own ?? this.#sharedVpcs(scope).find(shared => shared.id === vpcId);
    if (!vpc) {
      throw new AwsFault(
        'InvalidVpcID.NotFound',
        `The vpc ID '${vpcId}' does not exist`,
      );
    }
    return vpc;
  }

  /** The subnet; a foreign or unknown id is `InvalidSubnetID.NotFound`. */
  getSubnet(scope: Scope, subnetId: string): Subnet {
    const own = this.subnets.getIn(scope, subnetId);
    const subnet =
      own ?? this.#sharedSubnets(scope).find(shared => shared.id === subnetId);
    if (!subnet) {
      throw new AwsFault(
        'InvalidSubnetID.NotFound',
        `The subnet ID '${subnetId}' does not exist`,
      );
    }
    return subnet;
  }

  /** The subnets of a VPC that an account sees, oldest first. */
  subnetsOfVpc(scope: Scope, vpcId: string): Subnet[] {
    return this.listSubnets(scope).filter(subnet => subnet.vpcId === vpcId);
  }

  /** An account's subnets and those shared with it, oldest first. */
  listSubnets(scope: Scope): Subnet[] {
    return [...this.subnets.list(scope), ...this.#sharedSubnets(scope)].sort(
      (left, right) => left.sequence - right.sequence,
    );
  }

  /** An account's VPCs and those in which subnets are shared with it. */
  listVpcs(scope: Scope): Vpc[] {
    return [...this.vpcs.list(scope), ...this.#sharedVpcs(scope)].sort(
      (left, right) => left.sequence - right.sequence,
    );
  }

  /** The subnet of a VPC in which an address lies. */
  findSubnetOfAddress(vpc: Vpc, address: string): Subnet | undefined {
    return this.subnetsOfVpc(vpc, vpc.id).find(subnet =>
      cidrContains(subnet.cidrBlock, address),
    );
  }

  /** Changes the DNS attributes of a VPC. */
  modifyVpcAttributes(
    scope: Scope,
    vpcId: string,
    change: { enableDnsSupport?: boolean; enableDnsHostnames?: boolean },
  ): void {
    const vpc = this.getVpc(scope, vpcId);
    vpc.enableDnsSupport = change.enableDnsSupport ?? vpc.enableDnsSupport;
    vpc.enableDnsHostnames =
      change.enableDnsHostnames ?? vpc.enableDnsHostnames;
  }
  #sharedSubnets(scope: Scope): Subnet[] {
    const arns = this.#shares
      .listReceived(scope)
      .flatMap(({ resources }) => [...resources.keys()]);
    const ids = new Set(arns.map(arn => arn.split(':subnet/')[1]));
    return [...ids].flatMap(id => (id && this.subnets.get(id)) || []);
  }

  #sharedVpcs(scope: Scope): Vpc[] {
    const ids = new Set(this.#sharedSubnets(scope).map(({ vpcId }) => vpcId));
    return [...ids].flatMap(id => this.vpcs.get(id) ?? []);
  }
}
