import { InputError } from '@backstage/errors';
import type { Connection } from '@postern/backstage-plugin-private-exposure-common';
import type { Consumers } from './readConsumers';

/** A step of a withdrawal, as far as consumers feel it. @internal */
export interface CutOffStep {
  /** Whether the step takes away what consumers are connected through. */
  cutsOff: boolean;
  /** Whether an earlier step has removed the service, so that none is to be seen. */
  isServiceGone: boolean;
  /** What the form says. */
  cutOffConsumers: boolean;
}

/**
 * Refuses a step that takes away what consumers are connected through, unless the form says that this is meant. That
 * nobody could look counts as somebody being there.
 *
 * @throws InputError that names the field, the accounts and what to do first
 * @internal
 */
export function refuseCutOff(consumers: Consumers, step: CutOffStep): void {
  if (!step.cutsOff || step.cutOffConsumers) return;
  const remedy =
    "Reject or remove their connections on the component's page first, or say that this step may cut them off.";
  switch (consumers.type) {
    case 'seen':
      if (consumers.connections.length === 0) return;
      throw new InputError(
        `cutOffConsumers: consumers are still there: ${countByAccount(
          consumers.connections,
        )}. ${remedy}`,
      );
    case 'no-service':
      // After the step before there is none; at that step there should be one.
      if (step.isServiceGone) return;
      throw refuseBlind(consumers.note);
    default:
      throw refuseBlind(consumers.note);
  }
}

function refuseBlind(note: string): InputError {
  return new InputError(
    `cutOffConsumers: who is connected is not known. ${note} Make sure that nobody is, then say that this step may cut off whoever is left.`,
  );
}

function countByAccount(connections: Connection[]): string {
  const accounts = new Map<string, number>();
  for (const { consumer } of connections) {
    accounts.set(consumer.account, (accounts.get(consumer.account) ?? 0) + 1);
  }
  return [...accounts]
    .map(([account, count]) => (count > 1 ? `${account} (${count})` : account))
    .join(', ');
}
