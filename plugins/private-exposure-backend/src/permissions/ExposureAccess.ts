import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type Permission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { JointQuestions } from '../entities/JointQuestions';
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
  readonly #ofExposures = new JointQuestions<CallerAccess>();
  readonly #others = new JointQuestions<boolean>();

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
   * What the policy says about a caller and some permissions, on exposures or about none in particular, in one question.
   * Requests that a caller makes at the same time share it; it is never asked before the request that it is for.
   */
  async of(
    credentials: BackstageCredentials,
    permissions: readonly Permission[],
  ): Promise<CallerAccess> {
    const names = permissions.map(({ name }) => name);
    const ask = () => this.#ask(credentials, permissions);
    const question = nameQuestion(credentials, names);
    return question ? this.#ofExposures.ask(question, ask) : ask();
  }

  async #ask(
    credentials: BackstageCredentials,
    permissions: readonly Permission[],
  ): Promise<CallerAccess> {
    const decisions = await this.#permissions.authorizeConditional(
      // The client sends both kinds alike, and the policy answers both; the type names only one.
      permissions.map(permission => ({
        permission: permission as ResourcePermission,
      })),
      { credentials },
    );
    return new CallerAccess(
      new Map(
        permissions.map(
          ({ name }, index) => [name, withoutId(decisions[index])] as const,
        ),
      ),
      this.#readers,
    );
  }

  /** Whether the caller has a permission that is about no exposure in particular; asked like {@link ExposureAccess.of}. */
  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const ask = async () => {
      const [decision] = await this.#permissions.authorize([{ permission }], {
        credentials,
      });
      return decision.result === AuthorizeResult.ALLOW;
    };
    const question = nameQuestion(credentials, [permission.name]);
    return question ? this.#others.ask(question, ask) : ask();
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

/** The client leaves in by which id it asked, another at each question: the same answer must be told to be the same. */
function withoutId(decision: PolicyDecision & { id?: string }): PolicyDecision {
  const { id, ...answer } = decision;
  return answer;
}

/** The same for callers of whom the same is asked; undefined for those whose answers nobody may share. */
function nameQuestion(
  credentials: BackstageCredentials,
  permissions: readonly string[],
): string | undefined {
  const caller = principalKey(credentials);
  return caller && `${caller} ${permissions.join()}`;
}
