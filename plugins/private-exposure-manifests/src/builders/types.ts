import { HclBlock } from '../hcl/values';
import { Finding } from '../linter/types';
import { ManifestValue } from '../yaml/stringifyManifest';

/** A file to write into the repository. @public */
export interface GeneratedFile {
  /** Path inside the repository, with `/`. */
  path: string;
  /** The whole file. */
  content: string;
}

/** What a builder returns. @public */
export interface BuildResult {
  /** New and changed files; a file that already says it all is left out. */
  files: GeneratedFile[];
  /** Files that have nothing left to say and go. */
  deletedPaths: string[];
  /** What the linter noticed in the finished files. */
  findings: Finding[];
  /** Title for the pull request, one line of plain text. */
  title: string;
  /** Body for the pull request, in Markdown, everything from users escaped. */
  description: string;
}

/** Text of existing files by their path inside the repository. @public */
export type ExistingFiles = Readonly<Record<string, string>>;

/** A Kubernetes object, a Helm values file or a patch. @internal */
export type ManifestObject = { [key: string]: ManifestValue };

/** What goes into a file of infrastructure code. @internal */
export type TerraformFile = HclBlock[];
