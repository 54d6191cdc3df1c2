import { lintManifests } from '../lintManifests';

/** The findings of files by their paths: rule, severity and place. */
export const lintFiles = (files: Record<string, string>) =>
  lintManifests(
    Object.entries(files).map(([path, content]) => ({ path, content })),
  ).map(({ ruleId, severity, path, line }) => [
    ruleId,
    severity,
    `${path}:${line}`,
  ]);
