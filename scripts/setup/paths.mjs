import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the set-up downloads and remembers. Safe to delete. */
export const cache = join(root, '.cache');

/** A file or folder of the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** The arguments that make Node run a TypeScript file of ours, compiled as it is loaded. */
export const runTypeScript = [
  '--require',
  inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
];
