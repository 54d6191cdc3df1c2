import type {
  ConditionalPolicyDecision,
  PermissionCondition,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionExports } from '@backstage/plugin-permission-node';
import { exposureResourceRef } from './exposureResource';
import { hasConsumerAccount, isEntityOwner, isInScope, isKind } from './rules';

/**
 * One condition on exposures, as a permission policy answers it.
 *
 * @public
 */
export type ExposureCondition<TParams extends Record<string, string[]>> =
  PermissionCondition<'private-exposure', TParams>;

/**
 * What a permission policy may ask of an exposure.
 *
 * @public
 */
export interface ExposureConditions {
  /** One of these users or groups owns the entity. Entity references, in lower case. */
  isEntityOwner(params: {
    claims: string[];
  }): ExposureCondition<{ claims: string[] }>;
  /** It is in one of these scopes, such as `aws/111122223333/eu-west-1`. */
  isInScope(params: {
    scopeIds: string[];
  }): ExposureCondition<{ scopeIds: string[] }>;
  /** It is of one of these kinds, such as `aws-endpoint-service`. */
  isKind(params: { kinds: string[] }): ExposureCondition<{ kinds: string[] }>;
  /** One of these accounts or subscriptions connects to it; for a verdict, the connection's own account counts alone. */
  hasConsumerAccount(params: {
    accounts: string[];
  }): ExposureCondition<{ accounts: string[] }>;
}

const exported = createConditionExports({
  resourceRef: exposureResourceRef,
  rules: { isEntityOwner, isInScope, isKind, hasConsumerAccount },
});

/**
 * Conditions on exposures for a permission policy, such as "the owners of the entity".
 *
 * @public
 */
export const exposureConditions: ExposureConditions = exported.conditions;

/**
 * Makes a policy's answer out of {@link exposureConditions}.
 *
 * @public
 */
export function createExposureConditionalDecision(
  permission: ResourcePermission<'private-exposure'>,
  conditions: PermissionCriteria<PermissionCondition<'private-exposure'>>,
): ConditionalPolicyDecision {
  return exported.createConditionalDecision(permission, conditions);
}
