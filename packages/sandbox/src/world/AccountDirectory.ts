import { AwsFault } from './AwsFault';
import { regions, zoneIdPrefix } from './regions';
import { Account, AvailabilityZone, Role, Scope } from './types';

/** A role as a caller describes it. @public */
export interface RoleInput {
  name: string;
  /** Default true. */
  assumable?: boolean;
  externalId?: string;
  /** Default none. */
  deniedActions?: string[];
}

/**
 * The accounts, their roles, and the zone names that each account sees.
 *
 * @public
 */
export class AccountDirectory {
  readonly #accounts = new Map<string, Account>();

  /**
   * Adds an account, or gives a known one a new name and further roles.
   *
   * @remarks
   * As in the real cloud, `eu-west-1a` may be a different zone in each account.
   * Unless given, the shift comes from the account id.
   */
  addAccount(input: {
    accountId: string;
    name: string;
    roles?: RoleInput[];
    zoneOffset?: number;
  }): Account {
    if (!/^\d{12}$/.test(input.accountId)) {
      throw new AwsFault(
        'InvalidParameterValue',
        `'${input.accountId}' is not an account id; it must have twelve digits`,
      );
    }
    const ends = [input.accountId[0], input.accountId[11]].map(Number);
    const account: Account = {
      accountId: input.accountId,
      name: input.name,
      roles: this.#accounts.get(input.accountId)?.roles ?? new Map(),
      zoneOffset: input.zoneOffset ?? ends[0] + ends[1],
    };
    this.#accounts.set(account.accountId, account);
    for (const role of input.roles ?? []) this.addRole(input.accountId, role);
    return account;
  }

  /** Adds or replaces a role of a known account. */
  addRole(accountId: string, input: RoleInput): Role {
    const role: Role = {
      name: input.name,
      assumable: input.assumable ?? true,
      externalId: input.externalId,
      deniedActions: input.deniedActions ?? [],
    };
    this.getAccount(accountId).roles.set(role.name, role);
    return role;
  }

  /** The account, which is added under its id as name if it was unknown. */
  ensureAccount(accountId: string): Account {
    return (
      this.#accounts.get(accountId) ??
      this.addAccount({ accountId, name: accountId })
    );
  }

  /** The account; an unknown one is an error. */
  getAccount(accountId: string): Account {
    const account = this.#accounts.get(accountId);
    if (!account) {
      throw new AwsFault(
        'InvalidParameterValue',
        `The sandbox has no account '${accountId}'; add it first`,
      );
    }
    return account;
  }

  /** The account if it exists. */
  findAccount(accountId: string): Account | undefined {
    return this.#accounts.get(accountId);
  }

  /** All accounts. */
  listAccounts(): Account[] {
    return [...this.#accounts.values()];
  }

  /** The zones of a region as this account names them, by name. */
  listZones(scope: Scope): AvailabilityZone[] {
    const region = regions.get(scope.region);
    if (!region) {
      throw new AwsFault(
        'InvalidParameterValue',
        `The sandbox has no region '${scope.region}'`,
      );
    }
    const { zoneOffset } = this.ensureAccount(scope.accountId);
    const prefix = zoneIdPrefix(region.name);
    return Array.from({ length: region.zones }, (_, index) => ({
      zoneName: `${region.name}${String.fromCharCode(97 + index)}`,
      zoneId: `${prefix}-az${((index + zoneOffset) % region.zones) + 1}`,
      region: region.name,
    }));
  }

  /** Finds a zone by its name or its id; an unknown one is an error. */
  getZone(scope: Scope, nameOrId: string): AvailabilityZone {
    const zone = this.listZones(scope).find(
      ({ zoneName, zoneId }) => zoneName === nameOrId || zoneId === nameOrId,
    );
    if (!zone) {
      throw new AwsFault(
        'InvalidParameterValue',
        `Value (${nameOrId}) for parameter availabilityZone is invalid. Account ${scope.accountId} has no such zone in ${scope.region}.`,
      );
    }
    return zone;
  }
}
