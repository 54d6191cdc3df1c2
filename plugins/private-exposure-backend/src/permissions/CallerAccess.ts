import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ExposureCriteria } from '../database/ExposureFilter';
import type { ReadFilter } from '../database/ExposureStore';
import type { ExposureResource } from './exposureResource';

/** How the conditions of a policy are read. @internal */
export interface ConditionReaders {
  /** Whether a policy's answer allows one resource. */
  allows(decision: PolicyDecision, resource: ExposureResource): boolean;
  /** A conditional answer as a filter. */
  toCriteria(
    decision: PolicyDecision & { result: typeof AuthorizeResult.CONDITIONAL },
  ): ExposureCriteria;
}

/**
 * What the policy said about one caller and some permissions: asked once, then applied to any number of exposures.
 *
 * @internal
 */
export class CallerAccess {
  readonly #decisions: ReadonlyMap<string, PolicyDecision>;
  readonly #readers: ConditionReaders;
  #key: string | undefined;

  constructor(
    decisions: ReadonlyMap<string, PolicyDecision>,
    readers: ConditionReaders,
  ) {
    this.#decisions = decisions;
    this.#readers = readers;
  }

  /** The same for callers who may do the same to the same exposures. */
  get key(): string {
    return (this.#key ??= JSON.stringify([...this.#decisions]));
  }

  /** Whether the caller may do something to one exposure. A permission that was not asked for is not given. */
  can(permission: ResourcePermission, resource: ExposureResource): boolean {
    const decision = this.#decisions.get(permission.name);
    return decision !== undefined && this.#readers.allows(decision, resource);
  }

  /** Whether the caller has a permission that is about no exposure in particular, among those that were asked for. */
  has(permission: BasicPermission): boolean {
    const decision = this.#decisions.get(permission.name);
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /**
   * What to add to a listing's query.
   *
   * @returns undefined if the caller may see nothing: then there is no need to ask the database
   */
  filterFor(permission: ResourcePermission): ReadFilter | undefined {
    const decision = this.#decisions.get(permission.name);
    if (decision?.result === AuthorizeResult.ALLOW) return {};
    if (decision?.result === AuthorizeResult.CONDITIONAL) {
      return { permitted: this.#readers.toCriteria(decision) };
    }
    return undefined;
  }

  /**
   * The same for a listing that says no to those who may see nothing: an empty one would say that there is nothing.
   *
   * @throws NotAllowedError
   */
  requireFilterFor(permission: ResourcePermission): ReadFilter {
    const filter = this.filterFor(permission);
    if (filter) return filter;
    throw new NotAllowedError(
      `You need the permission '${permission.name}' for this`,
    );
  }
}
