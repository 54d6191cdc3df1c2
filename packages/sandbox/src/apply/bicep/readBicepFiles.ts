import { InputError } from '@backstage/errors';
import {
  BicepValue,
  readBicep,
  readBicepValue,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { SourceFile } from '../types';

/**
 * A resource of a Bicep file.
 * @internal
 */
export interface BicepBlock {
  /** By which others in the file name it. */
  symbol: string;
  /** Such as `Microsoft.Cdn/profiles`. */
  type: string;
  apiVersion: string;
  /** Whether it is there already, and only looked at. */
  isExisting: boolean;
  body: Record<string, BicepValue>;
}

/**
 * A Bicep file.
 * @internal
 */
export interface BicepFile {
  path: string;
  blocks: BicepBlock[];
}

/**
 * Reads the Bicep files of a repository.
 * @throws InputError naming the file that cannot be parsed, or that has what the sandbox does not apply.
 * @internal
 */
export function readBicepFiles(files: SourceFile[]): BicepFile[] {
  return files
    .filter(({ path }) => path.endsWith('.bicep'))
    .map(({ path, text }) => ({ path, blocks: blocksOf(path, text) }));
}

function blocksOf(path: string, text: string): BicepBlock[] {
  try {
    return readBicep(text).map(statement => {
      const { keyword, symbol, isExisting, isPlain } = statement;
      if (keyword !== 'resource' || !isPlain) {
        throw new InputError(
          `The sandbox applies plain resources alone, and not '${keyword} ${symbol}'`,
        );
      }
      const [type, apiVersion = ''] = (statement.type ?? '').split('@');
      const value = readBicepValue(statement.tokens);
      return {
        ...{ symbol, type, apiVersion, isExisting },
        body: isObject(value) ? value.object : {},
      };
    });
  } catch (error) {
    throw new InputError(`'${path}' cannot be deployed`, error);
  }
}

/**
 * Whether a value is an object with properties.
 * @internal
 */
export function isObject(
  value: BicepValue | undefined,
): value is { object: Record<string, BicepValue> } {
  return typeof value === 'object' && 'object' in value;
}
