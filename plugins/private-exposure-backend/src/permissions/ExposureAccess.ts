import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { JointQuestion } from '../entities/JointQuestion';
import { principalKey } from '../entities/principalKey';
import { CallerAccess, type ConditionReaders } from './CallerAccess';
import { exposureResourceRef } from './exposureResource';

/**
 * Asks the permission policy. Only an `ALLOW` lets a call pass.
 *
 * @remarks
 * Every question about exposures is asked once for each permission and request, however many exposures it is about: a
 * conditional answer is applied here, to resources that the server loaded.
 *
 * @internal
 */
export class ExposureAccess {
  readonly #permissions: PermissionsService;
  readonly #readers: ConditionReaders;
  readonly #questions = new Map<string, JointQuestion<CallerAccess>>();

  private constructor(
    permissions: PermissionsService,
    readers: ConditionReaders,
  ) {
    this.#permissions = permissions;
    this.#readers = readers;
  }

  /** The resource type must be registered already. */
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ExposureAccess {
    const ruleset =
      options.permissionsRegistry.getPermissionRuleset(exposureResourceRef);
    const allows = createConditionAuthorizer(ruleset);
    const transform = createConditionTransformer(ruleset);
    return new ExposureAccess(options.permissions, {
      allows,
      toCriteria: decision => transform(decision.conditions),
    });
  }

  /**
   * What the policy says about a caller and some permissions on exposures, in one question. Requests that a caller makes
   * at the same time share it; it is never asked before the request that it is for.
   */
  async of(
    credentials: BackstageCredentials,
    permissions: readonly ResourcePermission[],
  ): Promise<CallerAccess> {
    const caller = principalKey(credentials);
    if (caller === undefined) return this.#ask(credentials, permissions);
    const question = `${caller} ${permissions.map(({ name }) => name).join()}`;
    const asked = this.#questions.get(question) ?? new JointQuestion();
    this.#questions.set(question, asked);
    try {
      return await asked.ask(() => this.#ask(credentials, permissions));
    } finally {
      if (asked.isIdle) this.#questions.delete(question);
    }
  }

  async #ask(
    credentials: BackstageCredentials,
    permissions: readonly ResourcePermission[],
  ): Promise<CallerAccess> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return new CallerAccess(
      new Map(
        permissions.map(({ name }, index) => [name, decisions[index]] as const),
      ),
      this.#readers,
    );
  }

  /** Whether the caller has a permission that is about no exposure in particular. */
  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** @throws NotAllowedError unless the caller has a permission that is about no exposure in particular */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.may(credentials, permission))) {
      throw new NotAllowedError(
        `You need the permission '${permission.name}' for this`,
      );
    }
  }
}
