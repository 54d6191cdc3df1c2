import { codeMarkdown as code } from './escapeMarkdown';
import { table } from './sections';

/** What changed at one place of a file, for the reviewer. @internal */
export interface SettingChange {
  where: string;
  /** Empty where there was nothing. */
  before: string;
  /** `undefined` where it goes. */
  after: string | undefined;
}

/** Shows what changed, place by place, as a Markdown table. @internal */
export function changesTable(changes: readonly SettingChange[]): string {
  return table(
    ['where', 'before', 'after'],
    changes.map(({ where, before, after }) => [
      code(where),
      before && code(before),
      after === undefined ? '**removed**' : code(after),
    ]),
  );
}
