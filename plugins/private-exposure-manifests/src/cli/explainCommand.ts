import {
  allCatalogues,
  AnnotationCatalogue,
  AnnotationSpec,
} from '../catalogues';
import { rules } from '../linter';
import { didYouMean } from '../linter/didYouMean';
import { explainAnnotation, explainRule } from '../reference';
import { Terminal } from './Terminal';
import { UsageError } from './UsageError';

interface Entry {
  spec: AnnotationSpec;
  catalogue: AnnotationCatalogue;
}

const entries: Entry[] = allCatalogues.flatMap(catalogue =>
  catalogue.annotations.map((spec: AnnotationSpec) => ({ spec, catalogue })),
);

/** Found by its whole key or without the prefix; `<…>` in a key stands for anything. */
function findAnnotations(name: string): Entry[] {
  return entries.filter(({ spec, catalogue }) => {
    const [start, end = ''] = spec.key.split(/<[^>]*>/);
    const matches = (text: string) =>
      spec.key.includes('<')
        ? text.startsWith(start) && text.endsWith(end)
        : text === spec.key;
    const key = name.startsWith(catalogue.prefix)
      ? name.slice(catalogue.prefix.length)
      : name;
    return matches(key) || name === spec.key;
  });
}

function listRules(): string {
  return rules
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
  const annotations = findAnnotations(name);
  if (!rule && annotations.length === 0) {
    const known = [
      ...rules.map(({ id }) => id),
      ...entries.flatMap(({ spec, catalogue }) => [
        spec.key,
        `${catalogue.prefix}${spec.key}`,
      ]),
    ];
    const near = didYouMean(name, known);
    throw new UsageError(
      `'${name}' is neither a rule nor an annotation${
        near ? `; did you mean '${near}'?` : ''
      }`,
    );
  }
  const pages = [
    ...(rule ? [explainRule(rule)] : []),
    ...annotations.map(({ spec, catalogue }) =>
      explainAnnotation(spec, catalogue),
    ),
  ];
  terminal.write(pages.join('\n'));
  return 0;
}
