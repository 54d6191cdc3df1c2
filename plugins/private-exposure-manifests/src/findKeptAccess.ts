import { SurplusAccess } from './builders/SurplusAccess';
import { GeneratedFile } from './builders/types';
import { Finding } from './linter/types';

function lineOf({ content }: GeneratedFile, address: string): number {
  const [type, label] = address.split('.');
  const index = content
    .split('\n')
    .findIndex(line => line.includes(`"${type}" "${label}"`));
  return index + 1 || 1;
}

/**
 * Warns where somebody has access by a file and not by the form, through a block that is not as this package writes it and
 * so stays.
 *
 * @internal
 */
export function findKeptAccess(
  surplus: readonly SurplusAccess[],
  file: GeneratedFile,
): Finding[] {
  return surplus
    .filter(({ isOurs }) => !isOurs)
    .map(({ kind, address, value }) => ({
      ruleId: 'infrastructure/access-kept',
      severity: 'warning',
      message: `${address} stays, and was not asked for: ${
        kind === 'grant'
          ? `by it ${value ?? 'somebody'} may ask to connect`
          : `by it ${value ?? 'a topic'} hears of connections`
      }`,
      remedy:
        'Remove it by hand if that is not meant; else name the same in the form.',
      evidence: [{ label: address, value: value ?? 'computed' }],
      path: file.path,
      line: lineOf(file, address),
      column: 1,
    }));
}
