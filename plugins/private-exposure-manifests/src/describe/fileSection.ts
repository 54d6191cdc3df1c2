import { ExistingFiles, GeneratedFile } from '../builders/types';
import { codeMarkdown } from './escapeMarkdown';
import { bullets, section } from './sections';

/** The files of a change for a reviewer, each new or changed. @internal */
export function fileSection(
  files: readonly GeneratedFile[],
  existing: ExistingFiles,
): string {
  return section(
    'Files',
    files.length
      ? bullets(
          files.map(
            ({ path }) =>
              `${codeMarkdown(path)} (${path in existing ? 'changed' : 'new'})`,
          ),
        )
      : 'Nothing to change: the files already say this.\n',
  );
}
