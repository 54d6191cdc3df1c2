import type { Inspection } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import { surveyHash } from '../../../observation/surveyHash';
import type { StateChange } from '../../StateChange';
import type { DbExposureRow } from '../../tables';
import { insertEvents } from '../events/insertEvents';
import { healthRanks } from './healthRanks';
import { replaceFindings } from './replaceFindings';
import { replaceGrants } from './replaceGrants';
import { replaceHops } from './replaceHops';

/** What an inspection brought. @internal */
export interface InspectionResult {
  /** The exposure. */
  exposureId: string;
  /** What was seen, with the backend's own findings. */
  inspection: Inspection;
  /** Before the first call to the cloud: what changed later is inspected again. */
  startedAt: Date;
}

/**
 * Replaces what the last inspection saw, in one transaction, and only if this one saw something else.
 *
 * @internal
 */
export async function applyInspection(
  knex: Knex,
  result: InspectionResult,
): Promise<StateChange[]> {
  const { exposureId, inspection, startedAt } = result;
  const hash = surveyHash(inspection);
  return knex.transaction(async tx => {
    const row: DbExposureRow | undefined = await tx('exposures')
      .where('id', exposureId)
      .first();
    if (!row || row.gone_at !== null) return [];

    const changes: StateChange[] = [];
    if (row.inspection_hash !== hash) {
      const about = {
        at: startedAt,
        exposureId,
        entityRef: row.entity_ref ?? undefined,
        // The first look at an exposure says what is, not what has become of it.
        initial: row.inspected_at === null,
      };
      changes.push(...compareHealth(row, inspection, about));
      await replaceHops(tx, exposureId, inspection.hops);
      changes.push(...(await replaceGrants(tx, inspection.grants, about)));
      changes.push(...(await replaceFindings(tx, inspection.findings, about)));
      await insertEvents(tx, changes);
    }
    await tx('exposures')
      .where('id', exposureId)
      .update({
        health: inspection.health,
        health_rank: healthRanks[inspection.health],
        health_reason: inspection.healthReason ?? null,
        inspected_at: startedAt,
        inspection_attempted_at: startedAt,
        inspection_error: null,
        inspection_hash: hash,
        ...servedRequest(tx, startedAt),
      });
    return changes;
  });
}

/**
 * Records that an inspection failed. What the last one saw stays.
 *
 * @internal
 */
export async function failInspection(
  knex: Knex,
  options: { exposureId: string; startedAt: Date; error: string },
): Promise<void> {
  const { exposureId, startedAt, error } = options;
  await knex('exposures')
    .where('id', exposureId)
    .update({
      inspection_attempted_at: startedAt,
      inspection_error: error,
      ...servedRequest(knex, startedAt),
    });
}

/** A request that came while the inspection ran waits for the next one. */
function servedRequest(knex: Knex, startedAt: Date): object {
  return {
    refresh_requested_at: knex.raw(
      'case when refresh_requested_at > ? then refresh_requested_at end',
      [startedAt],
    ),
  };
}

function compareHealth(
  row: DbExposureRow,
  inspection: Inspection,
  about: Omit<StateChange, 'type'>,
): StateChange[] {
  if (row.health === inspection.health) return [];
  const { health: to, healthReason: message } = inspection;
  // The targets of what is still being made are not there yet, so that its health is none to lose.
  const initial = about.initial || row.lifecycle === 'provisioning';
  const type = 'health-changed';
  return [{ ...about, type, from: row.health, to, message, initial }];
}
