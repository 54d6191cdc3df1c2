import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** What {@link audited} needs. @internal */
export interface AuditedDeps {
  /** Where events go. */
  auditor: AuditorService;
  /** Told if an event about finished work cannot be written. */
  logger: LoggerService;
}

/**
 * Adds to an audit event what only the work finds out, such as the entity behind a connection: also if the work then
 * ends with a refusal.
 *
 * @internal
 */
export type AuditNote = (meta: JsonObject) => void;

/**
 * Runs work inside an audit event: the event is opened first, so that a refusal is on record too, and closed with the
 * outcome.
 *
 * @remarks
 * If the event cannot be opened, the work is not done: nothing changes without a record. If it cannot be closed after
 * the work is done, that is logged and the caller still gets the answer: what happened, happened.
 *
 * @internal
 */
export async function audited<T>(
  deps: AuditedDeps,
  options: AuditorServiceCreateEventOptions,
  work: (note: AuditNote) => Promise<T>,
): Promise<T> {
  const event = await deps.auditor.createEvent(options);
  const meta: JsonObject = {};
  let outcome: T;
  try {
    outcome = await work(more => Object.assign(meta, more));
  } catch (error) {
    await close(deps, options, () =>
      event.fail({ error: toError(error), meta }),
    );
    throw error;
  }
  await close(deps, options, () => event.success({ meta }));
  return outcome;
}

async function close(
  deps: AuditedDeps,
  options: AuditorServiceCreateEventOptions,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    deps.logger.error(
      `The outcome of '${
        options.eventId
      }' could not be audited: ${stringifyError(error)}`,
    );
  }
}
