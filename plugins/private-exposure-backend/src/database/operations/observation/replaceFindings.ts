import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { StateChange } from '../../StateChange';
import type { DbFindingRow } from '../../tables';
import { insertRows } from '../../writeRows';
import { keyFindings } from './keyFindings';

/**
 * Replaces the findings of an exposure. One that was there before keeps the time at which it was raised.
 *
 * @internal
 */
export async function replaceFindings(
  tx: Knex,
  findings: readonly Finding[],
  about: Omit<StateChange, 'type'> & { exposureId: string },
): Promise<StateChange[]> {
  const { exposureId, at } = about;
  const rows: DbFindingRow[] = await tx('findings').where({
    exposure_id: exposureId,
  });
  const before = new Map(rows.map(row => [row.key, row]));
  const after = keyFindings(findings, rows);

  await tx('findings').where('exposure_id', exposureId).delete();
  const inserted = [...after].map<DbFindingRow>(([key, finding]) => ({
    exposure_id: exposureId,
    key,
    rule_id: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    remedy: finding.remedy,
    hop_id: finding.hopId ?? null,
    evidence: finding.evidence ? JSON.stringify(finding.evidence) : null,
    raised_at: before.get(key)?.raised_at ?? at,
  }));
  await insertRows(tx, 'findings', inserted);

  const raised = [...after].filter(([key]) => !before.has(key));
  const cleared = rows.filter(row => !after.has(row.key));
  return [
    ...raised.map<StateChange>(([, { ruleId, message }]) => ({
      ...about,
      type: 'finding-raised',
      to: ruleId,
      message,
    })),
    ...cleared.map<StateChange>(row => ({
      ...about,
      type: 'finding-cleared',
      from: row.rule_id,
      message: row.message,
    })),
  ];
}
