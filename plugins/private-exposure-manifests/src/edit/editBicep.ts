import { BicepStatement, readBicep } from '../bicep/readBicep';
import { BicepResource } from '../bicep/values';
import { writeBicep } from '../bicep/writeBicep';
import { BicepSyntaxError, UnsafeEditError } from '../errors';
import { isSameResource } from '../verify/verifyBicep';

/**
 * Reads a Bicep file that is to be edited.
 *
 * @throws {@link UnsafeEditError} with the line, where it can't be read or declares a symbol twice.
 * @internal
 */
export function readBicepForEdit(path: string, text: string): BicepStatement[] {
  try {
    const statements = readBicep(text);
    const seen = new Set<string>();
    for (const { symbol, line } of statements) {
      if (symbol !== '' && seen.has(symbol)) {
        throw new UnsafeEditError({
          ...{ path, line },
          message: `${symbol} is declared twice`,
        });
      }
      seen.add(symbol);
    }
    return statements;
  } catch (error) {
    if (!(error instanceof BicepSyntaxError)) throw error;
    throw new UnsafeEditError({
      path,
      line: error.line,
      message: `can't be read as Bicep (${error.message}); correct it first`,
      cause: error,
    });
  }
}

/**
 * Adds resources to a Bicep file. Those that it has already stay as they are; everything else stays byte for byte.
 *
 * @throws {@link UnsafeEditError} where a symbol is there and says something else.
 * @internal
 */
export function addBicepResources(options: {
  path: string;
  text: string;
  resources: readonly BicepResource[];
}): string {
  const { path, text, resources } = options;
  const statements = readBicepForEdit(path, text);
  const missing = resources.filter(resource => {
    const found = statements.find(({ symbol }) => symbol === resource.symbol);
    if (found && !isSameResource(found, resource)) {
      throw new UnsafeEditError({
        path,
        line: found.line,
        message: `${resource.symbol} is already there and says something else; change it by hand, or choose another name or file`,
      });
    }
    return !found;
  });
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lead =
    text === '' ? '' : `${text.replace(/(\r?\n)+$/, '')}${eol}${eol}`;
  return `${lead}${writeBicep(missing).replaceAll('\n', eol)}`;
}

/**
 * Removes statements by symbol, with the comment lines right above them; everything else stays byte for byte.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function removeBicepResources(options: {
  path: string;
  text: string;
  isRemoved: (symbol: string) => boolean;
}): string {
  const { path, text, isRemoved } = options;
  return readBicepForEdit(path, text)
    .filter(({ symbol }) => symbol !== '' && isRemoved(symbol))
    .reverse()
    .reduce((rest, { start, end }) => {
      const before = rest
        .slice(0, start)
        .replace(/((^|\n)[ \t]*(\/\/|#)[^\n]*)+\n[ \t]*$/, '$2');
      const after = rest.slice(end).replace(/^[ \t]*(\/\/[^\n]*)?(\r?\n)*/, '');
      if (after !== '') return `${before}${after}`;
      const kept = before.trimEnd();
      return kept === '' ? '' : `${kept}\n`;
    }, text);
}
