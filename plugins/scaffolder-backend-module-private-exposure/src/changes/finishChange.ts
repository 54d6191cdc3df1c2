import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { BuildResult } from '@postern/backstage-plugin-private-exposure-manifests';
import { DEFAULT_TARGET_PATH } from '../actions/inputProperties';
import { filesAsMarkdown } from '../workspace/filesAsMarkdown';
import { writeChange } from '../workspace/writeChange';
import { stopOnErrors, toJsonFindings } from './findings';

/** The part of an action's context that {@link finishChange} uses. @internal */
export interface ChangeContext {
  logger: LoggerService;
  workspacePath: string;
  output(name: string, value: JsonValue | undefined): void;
}

/**
 * The last step of every action that writes files: stops on an error, writes all files, and puts out what the next
 * steps need. In a dry run the workspace is the result, so that this is the same there.
 *
 * @throws InputError when a finding is an error; nothing is written then.
 *
 * @internal
 */
export async function finishChange(
  ctx: ChangeContext,
  change: {
    /** What the builder made. */
    built: BuildResult;
    /** Branch of the change; the same change always gets the same. */
    branchName: string;
    /** Folder of the workspace for the files. */
    targetPath?: string;
  },
): Promise<void> {
  const { built, branchName, targetPath = DEFAULT_TARGET_PATH } = change;
  const { title, description, files, deletedPaths, findings } = built;
  stopOnErrors(findings, ctx.logger);
  await writeChange({ workspacePath: ctx.workspacePath, targetPath, files });
  const paths = files.map(file => file.path);
  const touched = [...paths, ...deletedPaths];
  ctx.logger.info(`${title}: ${touched.join(', ') || 'nothing to change'}`);
  ctx.output('title', title);
  ctx.output('description', description);
  ctx.output('branchName', branchName);
  ctx.output('paths', paths);
  ctx.output('filesToDelete', deletedPaths);
  ctx.output(
    'files',
    files.map(({ path, content }) => ({ path, content })),
  );
  ctx.output('filesAsMarkdown', filesAsMarkdown(files));
  ctx.output('findings', toJsonFindings(findings));
}
