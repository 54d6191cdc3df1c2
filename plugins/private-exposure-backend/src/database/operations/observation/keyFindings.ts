import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import { findingKey } from '../../ids';
import type { DbFindingRow } from '../../tables';

/**
 * Gives each finding of an exposure its key. Where a rule notices several things at one hop, what is said in the same words
 * as before keeps its key, and the others take the keys that are free: none replaces another. The same said twice counts
 * once.
 *
 * @param rows - What was noticed before.
 * @internal
 */
export function keyFindings(
  findings: readonly Finding[],
  rows: readonly DbFindingRow[],
): Map<string, Finding> {
  const keyed = new Map<string, Finding>();
  const said = new Map(rows.map(row => [wordsOf(row), row.key]));
  const wanted = new Map(findings.map(one => [wordsOfFinding(one), one]));
  const changed: Finding[] = [];
  for (const [words, finding] of wanted) {
    const key = said.get(words);
    if (key === undefined) changed.push(finding);
    else keyed.set(key, finding);
  }
  for (const finding of changed) keyed.set(freeKey(finding, keyed), finding);
  return keyed;
}

function freeKey(
  { ruleId, hopId }: Finding,
  taken: ReadonlyMap<string, Finding>,
): string {
  let nth = 0;
  while (taken.has(findingKey(ruleId, hopId, nth))) nth += 1;
  return findingKey(ruleId, hopId, nth);
}

function wordsOfFinding({ ruleId, hopId, message }: Finding): string {
  return wordsOf({ rule_id: ruleId, hop_id: hopId ?? null, message });
}

function wordsOf({
  rule_id: ruleId,
  hop_id: hopId,
  message,
}: Pick<DbFindingRow, 'rule_id' | 'hop_id' | 'message'>): string {
  return JSON.stringify([ruleId, hopId, message]);
}
