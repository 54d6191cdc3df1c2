import { SettingChange } from './describe/changesTable';
import { Finding } from './linter/types';

/**
 * A warning for each setting that limited who reaches a load balancer, and goes. One that let everybody in limited nothing.
 *
 * @param options - `keys`: the settings that limit; `remedy`: what to do, as a finding says it
 * @internal
 */
export function lostRestrictions(
  changes: readonly SettingChange[],
  options: {
    keys: readonly string[];
    path: string;
    line: number;
    remedy: string;
  },
): Finding[] {
  const { keys, path, line, remedy } = options;
  return changes
    .filter(({ after }) => after === undefined)
    .map(({ where, before }) => ({
      key: where.slice(where.lastIndexOf(' ') + 1),
      before,
    }))
    .filter(({ key, before }) => {
      const isOpen = before
        .split(',')
        .some(part => /^\s*(0\.0\.0\.0|::)\/0\s*$/.test(part));
      return keys.includes(key) && !isOpen;
    })
    .map(({ key, before }) => ({
      ruleId: 'aws/restriction-removed',
      severity: 'warning',
      message: `Nothing limits any more who reaches the load balancer: '${key}' goes, which was '${before}'`,
      remedy,
      evidence: [
        { label: `${key} before`, value: before },
        { label: `${key} after`, value: 'missing' },
      ],
      ...{ path, line, column: 1 },
    }));
}
