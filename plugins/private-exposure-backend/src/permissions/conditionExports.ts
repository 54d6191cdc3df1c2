import { createConditionExports } from '@backstage/plugin-permission-node';
import { exposureResourceRef } from './exposureResource';
import { hasConsumerAccount, isEntityOwner, isInScope, isKind } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: exposureResourceRef,
  rules: { isEntityOwner, isInScope, isKind, hasConsumerAccount },
});

/**
 * Conditions on exposures for a permission policy, such as "the owners of the entity".
 *
 * @public
 */
export const exposureConditions = conditions;

/**
 * Makes a policy's answer out of {@link exposureConditions}.
 *
 * @public
 */
export const createExposureConditionalDecision = createConditionalDecision;
