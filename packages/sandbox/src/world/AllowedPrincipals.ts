import { AwsFault } from './AwsFault';
import { AllowedPrincipal, EndpointService, Tags } from './types';
import { WorldContext } from './WorldContext';

function principalTypeOf(principal: string): AllowedPrincipal['principalType'] {
  if (principal === '*') return 'All';
  const arn = /^arn:aws[a-z-]*:iam::\d{12}:(root$|user\/|role\/)/.exec(
    principal,
  );
  if (arn?.[1] === 'root') return 'Account';
  if (arn?.[1] === 'user/') return 'User';
  if (arn?.[1] === 'role/') return 'Role';
  if (/^arn:aws[a-z-]*:organizations::\d{12}:ou\//.test(principal)) {
    return 'OrganizationUnit';
  }
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal)) {
    return 'Service';
  }
  throw new AwsFault('InvalidPrincipal', `Invalid Principal: '${principal}'`);
}

/**
 * Who may create endpoints for an endpoint service.
 *
 * @public
 */
export class AllowedPrincipals {
  readonly #context: WorldContext;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Allows principals; answers those that are new. */
  add(
    service: EndpointService,
    principals: string[],
    tags: Tags = {},
  ): AllowedPrincipal[] {
    const checked = principals.map(principal => ({
      permissionId: this.#context.ids.resourceId('vpce-svc-perm'),
      principal,
      principalType: principalTypeOf(principal),
      tags: { ...tags },
    }));
    const added = checked.filter(
      ({ principal }) => !service.allowedPrincipals.has(principal),
    );
    for (const entry of added) {
      service.allowedPrincipals.set(entry.principal, entry);
    }
    return added;
  }

  /** Takes principals off the list; an unknown one is a fault. */
  remove(service: EndpointService, principals: string[]): void {
    for (const principal of principals) {
      if (!service.allowedPrincipals.has(principal)) {
        throw new AwsFault(
          'InvalidPrincipal',
          `The principal '${principal}' is not allowed on ${service.id}`,
        );
      }
    }
    for (const principal of principals) {
      service.allowedPrincipals.delete(principal);
    }
  }

  /**
   * Whether a caller may see the service and create endpoints for it. The
   * owner always may; a role's or user's own ARN and its account's root count.
   */
  allows(
    service: EndpointService,
    caller: { accountId: string; principalArn?: string },
  ): boolean {
    if (caller.accountId === service.accountId) return true;
    return [...service.allowedPrincipals.values()].some(
      ({ principal, principalType }) =>
        principalType === 'All' ||
        principal === caller.principalArn ||
        (principalType === 'Account' &&
          principal.split(':')[4] === caller.accountId),
    );
  }
}
