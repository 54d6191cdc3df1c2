import { ClusterProfile } from '../intents/clusterProfile';
import { Finding } from './types';

/** A file to lint. @public */
export interface LintInput {
  path: string;
  content: string;
}

/** What the linter may know besides the files. @public */
export interface LintOptions {
  /** Rules about the cluster are silent without it. */
  clusterProfile?: ClusterProfile;
}
export function lintManifests(
  _i: LintInput[],
  _o: LintOptions = {},
): Finding[] {
  return [];
}
