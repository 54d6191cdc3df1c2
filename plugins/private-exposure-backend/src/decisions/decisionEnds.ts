import type { Look } from './CloudConnection';
import type { ClaimedDecision, DecisionEnd } from './DecisionStore';
import { toReading } from './seenConnection';

/** The cloud shows what was decided. @internal */
export function applied(look: Look): DecisionEnd {
  const state = look.connection?.state;
  return {
    status: 'applied',
    message: state
      ? `The connection is now ${state}.`
      : 'The connection is no longer there.',
    after: toReading(look.connection, look.at),
  };
}

/** Ahead of any call, the connection is not what the person saw. @internal */
export function superseded(differences: string[], look: Look): DecisionEnd {
  return {
    status: 'superseded',
    message: `Nothing was done: the connection is not what it was when you decided. ${differences.join(
      ' ',
    )}`,
    before: toReading(look.connection, look.at),
  };
}

/** A call may have left the process, and the connection is neither as it was nor as it was to be. @internal */
export function overtaken(differences: string[], look: Look): DecisionEnd {
  return {
    status: 'unconfirmed',
    message: `The cloud may have been asked, and shows something else: ${differences.join(
      ' ',
    )}`,
    after: toReading(look.connection, look.at),
  };
}

/** The cloud took the call and said no. @internal */
export function refused(message: string, look: Look | undefined): DecisionEnd {
  return {
    status: 'failed',
    message: `The cloud refused: ${message}`,
    after: look && toReading(look.connection, look.at),
  };
}

/** No call was taken for as long as somebody tried. @internal */
export function keptBusy(message: string, look: Look): DecisionEnd {
  return {
    status: 'failed',
    message: `Nothing was done: the cloud was busy with other changes for too long. Decide again later. ${message}`,
    after: toReading(look.connection, look.at),
  };
}

/** The cloud said that it would, and nothing shows it. @internal */
export function notConfirmed(
  { verdict }: ClaimedDecision,
  look: Look | undefined,
  detail?: string,
): DecisionEnd {
  const seen = look
    ? `it is still ${look.connection?.state ?? 'missing'}`
    : 'it could not be read';
  return {
    status: 'unconfirmed',
    message: `The cloud was asked to ${verdict} the connection, but no effect showed in time: ${seen}.${
      detail ? ` The last error was: ${detail}` : ''
    }`,
    after: look && toReading(look.connection, look.at),
  };
}

/** Nothing could be compared with what the person saw. @internal */
export function unreadable(error: string): DecisionEnd {
  return {
    status: 'failed',
    message: `Nothing was done: the connection could not be read. ${error}`,
  };
}
