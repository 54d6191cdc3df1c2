import { TreeEntry } from './types';

/**
 * Reads the output of `git ls-tree -z -l`.
 * @internal
 */
export function parseTree(output: Buffer): TreeEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        mode,
        type: toEntryType(type),
        sha,
        path: line.slice(tab + 1),
        ...(size !== '-' && { size: Number(size) }),
      };
    });
}

function toEntryType(type: string): TreeEntry['type'] {
  return type === 'tree' || type === 'commit' ? type : 'blob';
}
