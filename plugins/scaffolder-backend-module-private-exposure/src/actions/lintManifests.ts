import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describeReview,
  inFolder,
  lintManifests,
  quoteForMessage,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { z as zod } from 'zod/v3';
import { stopOnErrors, toJsonFindings } from '../changes/findings';
import { getClusterProfile, type ClusterProfiles } from '../config';
import {
  listWorkspaceFolder,
  readWorkspaceFile,
} from '../workspace/readWorkspaceFiles';
import type { ChangedFile } from '../workspace/writeChange';
import {
  clusterInput,
  DEFAULT_SOURCE_PATH,
  sourcePathInput,
} from './inputProperties';
import { examples } from './lintManifests.examples';
import { findingsOutput, reportOutput } from './outputProperties';

type Zod = typeof zod;

/** What rules can read. */
const readable = /\.(ya?ml|tf|bicep|json)$/;

/** What {@link createLintManifestsAction} uses. @public */
export interface LintManifestsActionOptions {
  /** The clusters that may be named. */
  clusters: ClusterProfiles;
}

/** Which files are checked, and against what. */
const lintInputs = {
  cluster: (z: Zod) => clusterInput(z).optional(),
  sourcePath: sourcePathInput,
  paths: (z: Zod) =>
    z.array(z.string(), {
      description:
        'Files, or folders whose own files are checked, below `sourcePath`.',
    }),
  basePath: (z: Zod) =>
    z
      .string({
        description:
          'Folder of the workspace with the repository as it was before the change, such as `./repository`. With it, rules also say what the merge would do to what is there.',
      })
      .optional(),
  deletedPaths: (z: Zod) =>
    z
      .array(z.string(), {
        description: 'Files that the change deletes, below `basePath`.',
      })
      .optional(),
};

/**
 * Creates `private-exposure:manifest:lint`: checks manifests and infrastructure code with the static rules. An error
 * stops the template; warnings are logged and put out.
 *
 * @public
 */
export function createLintManifestsAction(options: LintManifestsActionOptions) {
  const { clusters } = options;
  return createTemplateAction({
    id: 'private-exposure:manifest:lint',
    description:
      'Checks Kubernetes manifests and infrastructure code of private exposures. An error stops the template.',
    examples,
    supportsDryRun: true,
    schema: {
      input: lintInputs,
      output: { findings: findingsOutput, report: reportOutput },
    },
    async handler(ctx) {
      const {
        cluster,
        sourcePath = DEFAULT_SOURCE_PATH,
        paths,
        basePath,
        deletedPaths = [],
      } = ctx.input;
      const profile =
        cluster === undefined
          ? undefined
          : getClusterProfile(clusters, cluster);
      const files = await readFiles(ctx.workspacePath, sourcePath, paths);
      const base =
        basePath === undefined
          ? undefined
          : await readBase(ctx.workspacePath, basePath, [
              ...files.map(({ path }) => ({ path, field: 'paths' })),
              ...deletedPaths.map((path, index) => ({
                path,
                field: `deletedPaths[${index}]`,
              })),
            ]);
      const known = { clusterProfile: profile, base };
      const findings = lintManifests(files, known);
      ctx.logger.info(
        `Checked ${files.length} files: ${findings.length} findings`,
      );
      ctx.output('findings', toJsonFindings(findings));
      ctx.output('report', describeReview(files, findings, known));
      stopOnErrors(findings, ctx.logger);
    },
  });
}

/** Files as they were; one that is new was nothing. */
async function readBase(
  workspacePath: string,
  basePath: string,
  wanted: readonly { path: string; field: string }[],
): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  for (const { path, field } of wanted) {
    const content = await readWorkspaceFile({
      workspacePath,
      path: inFolder(basePath, path),
      field,
    });
    if (content !== undefined) files.push({ path, content });
  }
  return files;
}

async function readFiles(
  workspacePath: string,
  sourcePath: string,
  paths: readonly string[],
): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  for (const [index, path] of paths.entries()) {
    const field = `paths[${index}]`;
    const where = { workspacePath, path: inFolder(sourcePath, path), field };
    const names = readable.test(path)
      ? [path]
      : (await listWorkspaceFolder(where))
          .filter(name => readable.test(name))
          .map(name => `${path}/${name}`);
    if (names.length === 0) {
      throw new InputError(
        `${field}: there is nothing to check in ${quoteForMessage(path)}`,
      );
    }
    for (const name of names) {
      const content = await readWorkspaceFile({
        ...where,
        path: inFolder(sourcePath, name),
      });
      if (content === undefined) {
        throw new InputError(
          `${field}: there is no file ${quoteForMessage(name)}`,
        );
      }
      files.push({ path: name, content });
    }
  }
  return files;
}
