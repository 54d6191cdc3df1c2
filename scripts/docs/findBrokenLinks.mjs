import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

// Inline links and pictures, definitions of reference links, and what stands in HTML.
const TARGETS = [
  /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g,
  /^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm,
  /\b(?:href|src)="([^"]+)"/g,
];
const REFERENCE = /\[([^\]]+)\]\[([^\]]*)\]/g;
const DEFINITION = /^ {0,3}\[([^\]]+)\]:/gm;
const CODE = /^( *)(`{3,})[\s\S]*?^\1\2 *$|``[^\n]+?``|`[^`\n]*`/gm;

/** Text without its code, in which brackets are no links. */
const proseOf = text => text.replace(CODE, found => '`'.repeat(found.length));

/** The fragments of a page's headings, as TechDocs and GitHub make them. */
function fragmentsOf(file) {
  const text = readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading
      .replace(/[^\w\s-]/g, '')
      .trim()
      .toLowerCase()
      .replace(/\s+/g, '-'),
  );
}

/** What is wrong with a file that a link leads to; `undefined` where it and the heading are there. */
function missing(file, fragment) {
  if (!existsSync(file)) return 'is not there';
  if (!fragment || !file.endsWith('.md')) return undefined;
  return fragmentsOf(file).includes(fragment) ? undefined : 'has no such title';
}

function judge(target, { page, docs, root, address }) {
  const [path, fragment] = target.split('#');
  const inRepository = path.startsWith(`${address}/`)
    ? /^\/(blob|tree)\/main\/(.+)$/.exec(path.slice(address.length))
    : undefined;
  if (inRepository) {
    const [, kind, rest] = inRepository;
    const file = join(root, decodeURIComponent(rest));
    const wrong = missing(file, fragment);
    if (wrong) return wrong;
    const isFolder = statSync(file).isDirectory();
    return isFolder === (kind === 'tree')
      ? undefined
      : 'says blob for a folder, or tree for a file';
  }
  if (/^[a-z]+:/i.test(path)) return undefined;
  if (path.startsWith('/')) return 'is not relative';
  const file = path ? resolve(dirname(page), decodeURIComponent(path)) : page;
  if (relative(docs, file).startsWith('..')) return 'leaves the folder';
  return missing(file, fragment);
}

/**
 * The links of a folder of Markdown that lead nowhere, or out of the folder, which TechDocs publishes alone. Links to
 * the repository's own address are looked up in it; other addresses are not called.
 *
 * @returns Such as `installing.md: ../LICENSE leaves the folder`.
 */
export function findBrokenLinks({ docs, root, address }) {
  return globSync('**/*.md', { cwd: docs })
    .sort()
    .flatMap(name => {
      const page = join(docs, name);
      const text = proseOf(readFileSync(page, 'utf8'));
      const defined = [...text.matchAll(DEFINITION)].map(([, label]) => label);
      const undefinedLabels = [...text.matchAll(REFERENCE)]
        .map(([, shown, label]) => label || shown)
        .filter(label => !defined.includes(label))
        .map(label => `${name}: [${label}] is not defined`);
      const wrong = TARGETS.flatMap(pattern => [...text.matchAll(pattern)])
        .map(([, target]) => [
          target,
          judge(target, { page, docs, root, address }),
        ])
        .filter(([, problem]) => problem)
        .map(([target, problem]) => `${name}: ${target} ${problem}`);
      return [...undefinedLabels, ...wrong];
    });
}
