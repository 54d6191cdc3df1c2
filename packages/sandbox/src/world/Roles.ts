import { AwsFault } from './AwsFault';
import { globalScope } from './globalScope';
import { IamRole } from './iamTypes';
import { Policies } from './Policies';
import { requirePolicyJson } from './requirePolicyJson';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { WorldContext } from './WorldContext';

/** A role as a caller describes it. @public */
export interface IamRoleInput {
  name: string;
  /** JSON text. */
  trustPolicy: string;
  /** Default `/`. */
  path?: string;
  description?: string;
  /** Default 3600. */
  maxSessionSeconds?: number;
  permissionsBoundaryArn?: string;
  tags?: Tags;
}

/**
 * IAM roles as they are read: trust policies and attached policies.
 *
 * @remarks
 * Who may really assume a role, and what it may not call, is in
 * `AccountDirectory`; the sandbox does not evaluate policy documents.
 *
 * @public
 */
export class Roles {
  readonly roles = new ScopedCollection<IamRole>();
  readonly #context: WorldContext;
  readonly #policies: Policies;

  constructor(context: WorldContext, policies: Policies) {
    this.#context = context;
    this.#policies = policies;
    policies.useRoles(arn => this.#countAttachments(arn));
  }

  /** Creates a role. */
  create(accountId: string, input: IamRoleInput): IamRole {
    requirePolicyJson(input.trustPolicy);
    if (this.find(accountId, input.name)) {
      throw new AwsFault(
        'EntityAlreadyExists',
        `Role with name ${input.name} already exists.`,
        409,
      );
    }
    const path = input.path ?? '/';
    const id = `arn:aws:iam::${accountId}:role${path}${input.name}`;
    return this.roles.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      roleId: `AROA${this.#context.ids.hex(17).toUpperCase()}`,
      name: input.name,
      path,
      description: input.description ?? '',
      trustPolicy: input.trustPolicy,
      maxSessionSeconds: input.maxSessionSeconds ?? 3600,
      permissionsBoundaryArn: input.permissionsBoundaryArn,
      attachedPolicyArns: new Set(),
      inlinePolicies: new Map(),
    });
  }

  /** The role of this name. */
  find(accountId: string, name: string): IamRole | undefined {
    return this.list(accountId).find(role => role.name === name);
  }

  /** The role of this name; an unknown one is `NoSuchEntity`. */
  get(accountId: string, name: string): IamRole {
    const found = this.find(accountId, name);
    if (!found) {
      throw new AwsFault(
        'NoSuchEntity',
        `The role with name ${name} cannot be found.`,
        404,
      );
    }
    return found;
  }

  /** The account's roles, oldest first. */
  list(accountId: string): IamRole[] {
    return this.roles.list(globalScope(accountId));
  }

  /** Changes what is given. */
  update(
    accountId: string,
    name: string,
    change: Partial<Pick<IamRoleInput, 'trustPolicy' | 'description'>>,
  ): IamRole {
    const role = this.get(accountId, name);
    if (change.trustPolicy !== undefined) requirePolicyJson(change.trustPolicy);
    role.trustPolicy = change.trustPolicy ?? role.trustPolicy;
    role.description = change.description ?? role.description;
    return role;
  }

  /** Attaches a policy, the account's own or one of AWS. */
  attachPolicy(accountId: string, name: string, policyArn: string): void {
    const isOfAws = policyArn.startsWith('arn:aws:iam::aws:policy/');
    if (!isOfAws) this.#policies.get(accountId, policyArn);
    this.get(accountId, name).attachedPolicyArns.add(policyArn);
  }

  /** Detaches a policy; one that is not attached is `NoSuchEntity`. */
  detachPolicy(accountId: string, name: string, policyArn: string): void {
    if (this.get(accountId, name).attachedPolicyArns.delete(policyArn)) return;
    throw new AwsFault(
      'NoSuchEntity',
      `Policy ${policyArn} was not found.`,
      404,
    );
  }

  /** Writes a policy into the role itself; undefined removes it. */
  setInlinePolicy(
    accountId: string,
    name: string,
    policy: { name: string; document: string | undefined },
  ): void {
    const { inlinePolicies } = this.get(accountId, name);
    if (policy.document === undefined) inlinePolicies.delete(policy.name);
    else {
      requirePolicyJson(policy.document);
      inlinePolicies.set(policy.name, policy.document);
    }
  }

  /** Deletes a role that has no policies any more. */
  remove(accountId: string, name: string): void {
    const role = this.get(accountId, name);
    if (role.attachedPolicyArns.size > 0 || role.inlinePolicies.size > 0) {
      throw new AwsFault(
        'DeleteConflict',
        'Cannot delete entity, must detach all policies first.',
        409,
      );
    }
    this.roles.remove(role.id);
  }

  #countAttachments(policyArn: string): number {
    return this.roles
      .all()
      .filter(role => role.attachedPolicyArns.has(policyArn)).length;
  }
}
