import type { HumanDuration } from '@backstage/types';

/** A rule that approves without a person. @internal */
export interface AutoApprovalRule {
  /** The decision is recorded under `policy:<name>`. */
  name: string;
  /** Accounts or subscriptions that may connect, in lower case. */
  consumerAccounts: string[];
  /** Entities whose exposures the rule is for; every entity if left out. */
  entityRefs?: string[];
  /** Regions of the consumer that the rule is for; every region if left out. */
  regions?: string[];
}

/**
 * How decisions are made and carried out. Read from the configuration by `config.ts`.
 *
 * @internal
 */
export interface DecisionSettings {
  /** Whether a person must say why. Default true. */
  reasonRequired: boolean;
  /** Whether an interested person's approval needs a second one. Default false. */
  fourEyes: boolean;
  /** Rules that approve without a person, in the order of the configuration. Default none. */
  autoApproval: AutoApprovalRule[];
  /** When a pending connection is rejected by policy. Default never. */
  pendingExpiry?: HumanDuration;
  /** How long the effect of a decision is looked for. Default 2 minutes. */
  effectTimeout: HumanDuration;
  /** How long after a call with an unknown outcome it may be made again. Default 20 seconds. */
  settleTime: HumanDuration;
  /** Owners of consumer accounts, for four-eyes, by account in lower case. Default none. */
  consumerOwners: Record<string, string[]>;
  /** Whether an unconfirmed annotation is enough to decide. Default false. */
  dangerouslyAllowUnconfirmedClaims: boolean;
}

/** What holds where the configuration says nothing. @internal */
export const defaultDecisionSettings = {
  reasonRequired: true,
  fourEyes: false,
  autoApproval: [],
  effectTimeout: { minutes: 2 },
  settleTime: { seconds: 20 },
  consumerOwners: {},
  dangerouslyAllowUnconfirmedClaims: false,
} as const satisfies Omit<DecisionSettings, 'autoApproval'> & {
  autoApproval: readonly AutoApprovalRule[];
};
