import { ExistingFiles, GeneratedFile } from '../builders/types';
import { WithdrawStepSpec } from '../intents/withdraw';
import { codeMarkdown as code } from './escapeMarkdown';
import { bullets, steps } from './sections';

/** All steps in their order, the one that a change does in bold, each with what it has to wait for. @internal */
export function describeSteps(
  specs: readonly WithdrawStepSpec[],
  step: string,
): string {
  return steps(
    specs.map(
      ({ id, title, before }) =>
        `${id === step ? `**${title}** (this change)` : title}${
          before ? `. ${before}` : ''
        }`,
    ),
  );
}

/**
 * The files that a step writes or removes.
 *
 * @param change.existing - What was there before. Default all of the files.
 * @param none - The sentence where there are none.
 * @internal
 */
export function describeStepFiles(
  change: {
    files: GeneratedFile[];
    deletedPaths: string[];
    existing?: ExistingFiles;
  },
  none: string = 'Nothing to change: the files have this step behind them.\n',
): string {
  const { files, deletedPaths, existing } = change;
  const isNew = (path: string) => existing && !(path in existing);
  const changed = [
    ...files.map(
      ({ path }) => `${code(path)} (${isNew(path) ? 'new' : 'changed'})`,
    ),
    ...deletedPaths.map(path => `${code(path)} (removed)`),
  ];
  return changed.length ? bullets(changed) : none;
}
