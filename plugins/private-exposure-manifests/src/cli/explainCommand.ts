import { allCatalogues } from '../catalogues';
import { rules } from '../linter';
import { didYouMean } from '../linter/didYouMean';
import { fileFindings } from '../linter/fileFindings';
import { CatalogueRow, findRows } from '../linter/KnownAnnotations';
import {
  explainAnnotation,
  explainFileFinding,
  explainRule,
} from '../reference';
import { Terminal } from './Terminal';
import { UsageError } from './UsageError';

/** Found by its whole key or without the prefix, with any text in place of a part that varies. */
function findAnnotations(name: string): CatalogueRow[] {
  const keys = [name, ...allCatalogues.map(({ prefix }) => prefix + name)];
  return [...new Set(keys.flatMap(findRows))];
}

/** What can be asked for, to tell what was meant. */
function listNames(): string[] {
  return [
    ...rules.map(({ id }) => id),
    ...fileFindings.map(({ id }) => id),
    ...allCatalogues.flatMap(({ prefix, annotations }) =>
      annotations.flatMap(({ key }) => [key, `${prefix}${key}`]),
    ),
  ];
}

function listRules(): string {
  return [...rules]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, severity, page }) =>
      `${id.padEnd(48)} ${severity.padEnd(8)} ${page?.summary ?? ''}`.trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

/**
 * Runs `private-exposure explain`.
 *
 * @returns The exit code, 0.
 * @throws {@link UsageError} where the name is no rule's and no annotation's.
 *
 * @internal
 */
export function explainCommand(
  args: readonly string[],
  terminal: Terminal,
): number {
  if (args.length > 1) {
    throw new UsageError('explain takes one name, of a rule or an annotation');
  }
  const [name] = args;
  if (name === undefined) {
    terminal.write(listRules());
    return 0;
  }
  const rule = rules.find(({ id }) => id === name);
  const other = fileFindings.find(({ id }) => id === name);
  const annotations = findAnnotations(name);
  if (!rule && !other && annotations.length === 0) {
    const near =
      rules.find(({ id }) => id.endsWith(`/${name}`))?.id ??
      didYouMean(name, listNames());
    throw new UsageError(
      `'${name}' is neither a rule nor an annotation${
        near ? `; did you mean '${near}'?` : ''
      }`,
    );
  }
  const pages = [
    ...(rule ? [explainRule(rule)] : []),
    ...(other ? [explainFileFinding(other)] : []),
    ...annotations.map(({ spec, catalogue }) =>
      explainAnnotation(spec, catalogue),
    ),
  ];
  terminal.write(pages.map(page => `${page.trimEnd()}\n`).join('\n'));
  return 0;
}
