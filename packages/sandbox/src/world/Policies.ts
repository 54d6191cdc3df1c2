import { AwsFault } from './AwsFault';
import { globalScope } from './globalScope';
import { IamPolicy, PolicyVersion } from './iamTypes';
import { requirePolicyJson } from './requirePolicyJson';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { WorldContext } from './WorldContext';

/**
 * The customer managed policies of IAM.
 *
 * @public
 */
export class Policies {
  readonly policies = new ScopedCollection<IamPolicy>();
  readonly #context: WorldContext;
  #countUses: (arn: string) => number = () => 0;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Tells the policies how many roles have them; called once by the world. */
  useRoles(countUses: (arn: string) => number): void {
    this.#countUses = countUses;
  }

  /** Creates a policy; `document` is JSON text. */
  create(
    accountId: string,
    input: {
      name: string;
      document: string;
      path?: string;
      description?: string;
      tags?: Tags;
    },
  ): IamPolicy {
    requirePolicyJson(input.document);
    const path = input.path ?? '/';
    const id = `arn:aws:iam::${accountId}:policy${path}${input.name}`;
    if (this.policies.get(id)) {
      throw new AwsFault(
        'EntityAlreadyExists',
        `A policy called ${input.name} already exists. Duplicate names are not allowed.`,
        409,
      );
    }
    const now = this.#context.clock.now();
    return this.policies.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      policyId: `ANPA${this.#context.ids.hex(17).toUpperCase()}`,
      name: input.name,
      path,
      description: input.description ?? '',
      defaultVersionId: 'v1',
      versions: [{ versionId: 'v1', document: input.document, createdAt: now }],
      updatedAt: now,
    });
  }

  /** The policy; a foreign or unknown ARN is `NoSuchEntity`. */
  get(accountId: string, arn: string): IamPolicy {
    const found = this.policies.getIn(globalScope(accountId), arn);
    if (!found) {
      throw new AwsFault('NoSuchEntity', `Policy ${arn} was not found.`, 404);
    }
    return found;
  }

  /** A version of a policy; an unknown one is `NoSuchEntity`. */
  getVersion(accountId: string, arn: string, versionId: string): PolicyVersion {
    const found = this.get(accountId, arn).versions.find(
      version => version.versionId === versionId,
    );
    if (!found) {
      throw new AwsFault(
        'NoSuchEntity',
        `Policy ${arn} version ${versionId} does not exist or is not attachable.`,
        404,
      );
    }
    return found;
  }

  /** The account's policies, oldest first. */
  list(accountId: string): IamPolicy[] {
    return this.policies.list(globalScope(accountId));
  }

  /** Adds a version with this document, and makes it the default one. */
  update(accountId: string, arn: string, document: string): IamPolicy {
    requirePolicyJson(document);
    const policy = this.get(accountId, arn);
    const [last] = policy.versions.slice(-1);
    const versionId = `v${Number(last.versionId.slice(1)) + 1}`;
    const createdAt = this.#context.clock.now();
    policy.versions.push({ versionId, document, createdAt });
    policy.defaultVersionId = versionId;
    policy.updatedAt = createdAt;
    return policy;
  }

  /** How many roles have a policy. */
  countAttachments(arn: string): number {
    return this.#countUses(arn);
  }

  /** Deletes a policy that no role has. */
  remove(accountId: string, arn: string): void {
    const policy = this.get(accountId, arn);
    if (this.#countUses(arn) > 0) {
      throw new AwsFault(
        'DeleteConflict',
        'Cannot delete a policy attached to entities.',
        409,
      );
    }
    this.policies.remove(policy.id);
  }
}
