import type {
  Change,
  ChangeRequest,
} from '@postern/backstage-plugin-private-exposure-common';

type ChangeFindings = Pick<Change, 'findings' | 'findingCount'>;

/** What the linter said, as a column; `null` where nobody told, which is not the same as no findings. @internal */
export function toFindingsColumn({
  findings,
  findingCount,
}: ChangeRequest): string | null {
  if (!findings) return null;
  const column: ChangeFindings = {
    findings,
    findingCount: Math.max(findingCount ?? 0, findings.length),
  };
  return JSON.stringify(column);
}

/** Reads a column, which this package alone wrote. @internal */
export function fromFindingsColumn(column: string | null): ChangeFindings {
  return column === null ? {} : JSON.parse(column);
}
