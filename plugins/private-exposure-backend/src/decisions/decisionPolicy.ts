import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
} from '@backstage/errors';
import {
  type Claim,
  type ConnectionState,
  type Consumer,
  type ExposureKind,
  type Verdict,
  verdictsFor,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Involvement } from '../changes/InvolvementReader';
import type { AutoApprovalRule, DecisionSettings } from './DecisionSettings';

/** Who decides: a person with everybody they belong to, or a rule. @internal */
export type DecisionActor =
  | {
      type: 'user';
      /** The person's user entity. */
      userEntityRef: string;
      /** The person and the groups they belong to. */
      ownershipEntityRefs: string[];
    }
  | {
      type: 'policy';
      /** The rule's name, without `policy:`. */
      name: string;
    };

/** How an actor is written in a decision. @internal */
export function actorName(actor: DecisionActor): string {
  return actor.type === 'user' ? actor.userEntityRef : `policy:${actor.name}`;
}

/** The connection that a verdict is about, as the store holds it. @internal */
export interface DecisionSubject {
  /** For messages. */
  connectionId: string;
  /** By the store. */
  state: ConnectionState;
  /** Of the exposure. */
  kind: ExposureKind;
  /** Who is on the other side. */
  consumer: Consumer;
  /** The entity that the exposure belongs to, if any claims it. */
  entityRef?: string;
  /** Why it belongs to the entity. */
  claim?: Claim;
  /** When the consumer asked, or was first seen asking. */
  waitingSince?: Date;
  /** Whether the person who decides put something into the changes of the exposure's entity. */
  involvement: Involvement;
}

/** A verdict as it was sent. @internal */
export interface VerdictRequest {
  /** What is to happen. */
  verdict: Verdict;
  /** Why. */
  reason: string;
  /** What the person saw. */
  seen: { state: ConnectionState };
}

/**
 * Why a verdict cannot even be stored.
 *
 * @returns undefined if it can be
 * @internal
 */
export function refuseVerdict(
  request: VerdictRequest,
  subject: DecisionSubject,
  config: DecisionSettings,
): CustomErrorBase | undefined {
  if (config.reasonRequired && request.reason.trim() === '') {
    return new InputError(
      "'reason' must say why: it is recorded with the decision",
    );
  }
  const unconfirmed = subject.claim && !subject.claim.confirmed;
  if (unconfirmed && !config.dangerouslyAllowUnconfirmedClaims) {
    return new NotAllowedError(
      `Only an annotation of '${subject.entityRef}' ties this resource to the entity, and nothing on the cloud side confirms it. Put the owner tag on the resource, then decide.`,
    );
  }
  const possible = verdictsFor(request.seen.state, subject.kind);
  if (!possible.includes(request.verdict)) {
    return new ConflictError(
      `Connection '${subject.connectionId}' is ${request.seen.state}; '${request.verdict}' is not possible in that state`,
    );
  }
  return undefined;
}

/**
 * Whether somebody has a stake in letting a consumer in, or it cannot be shown that they have none: they opened the
 * exposure's change, added to it, or own the consumer.
 *
 * @internal
 */
export function isInterested(
  actor: { ownershipEntityRefs: string[] },
  subject: Pick<DecisionSubject, 'consumer' | 'involvement'>,
  config: Pick<DecisionSettings, 'consumerOwners'>,
): boolean {
  const account = subject.consumer.account.toLowerCase();
  const owners = config.consumerOwners[account] ?? [];
  return (
    subject.involvement.type !== 'uninvolved' ||
    owners.some(owner => actor.ownershipEntityRefs.includes(owner))
  );
}

/**
 * Whether a verdict must wait for a second person.
 *
 * @internal
 */
export function needsSecondPerson(
  verdict: Verdict,
  actor: DecisionActor,
  subject: DecisionSubject,
  config: DecisionSettings,
): boolean {
  return (
    config.fourEyes &&
    verdict === 'approve' &&
    actor.type === 'user' &&
    isInterested(actor, subject, config)
  );
}

/**
 * The first rule that approves a pending connection by itself.
 *
 * @remarks No rule approves where nothing on the cloud side ties the exposure to an entity, be it that nobody claims it,
 * that two do, or that only an annotation does, whatever the configuration lets people do: a rule's author thought of
 * the entities there are, not of what they may come to claim.
 *
 * @internal
 */
export function findAutoApproval(
  subject: DecisionSubject,
  rules: AutoApprovalRule[],
): AutoApprovalRule | undefined {
  const { consumer, entityRef, claim, state } = subject;
  if (state !== 'pending' || !claim?.confirmed) return undefined;
  return rules.find(
    rule =>
      rule.consumerAccounts.includes(consumer.account.toLowerCase()) &&
      (!rule.entityRefs ||
        (entityRef !== undefined && rule.entityRefs.includes(entityRef))) &&
      (!rule.regions ||
        (consumer.region !== undefined &&
          rule.regions.includes(consumer.region))),
  );
}
