import { posix } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { InputError } from '@backstage/errors';
import { SourceFile } from '../types';

/**
 * A resource or data block of a configuration.
 * @internal
 */
export interface TerraformBlock {
  kind: 'resource' | 'data';
  type: string;
  name: string;
  /** As the HCL to JSON converter leaves it: expressions are `${}` strings. */
  body: Record<string, unknown>;
}

/**
 * The configuration in one folder.
 * @internal
 */
export interface TerraformModule {
  folder: string;
  variables: Map<string, unknown>;
  locals: Map<string, unknown>;
  blocks: TerraformBlock[];
  /** The `provider "aws"` blocks. */
  providers: Record<string, unknown>[];
  /** Names of `module` blocks, which the sandbox does not apply. */
  modules: string[];
}

/**
 * Whether a file belongs to a Terraform configuration.
 * @internal
 */
export function isTerraformFile({ path }: SourceFile): boolean {
  return path.endsWith('.tf') || path.endsWith('.tf.json');
}

/**
 * Reads the configurations of a repository, one per folder.
 * @throws InputError naming the file that cannot be parsed.
 * @internal
 */
export async function readTerraform(
  files: SourceFile[],
): Promise<TerraformModule[]> {
  const modules = new Map<string, TerraformModule>();
  for (const file of files.filter(isTerraformFile)) {
    const folder = posix.dirname(file.path);
    const module = modules.get(folder) ?? emptyModule(folder);
    modules.set(folder, module);
    addDocument(module, await parseFile(file));
  }
  return [...modules.values()];
}

async function parseFile(file: SourceFile): Promise<unknown> {
  try {
    return file.path.endsWith('.json')
      ? JSON.parse(file.text)
      : await parse(file.path, file.text);
  } catch (error) {
    throw new InputError(`'${file.path}' is not valid Terraform`, error);
  }
}

function emptyModule(folder: string): TerraformModule {
  return {
    folder,
    variables: new Map(),
    locals: new Map(),
    blocks: [],
    providers: [],
    modules: [],
  };
}

function addDocument(module: TerraformModule, document: unknown) {
  const root = asRecord(document);
  for (const [name, body] of Object.entries(asRecord(root.variable))) {
    const { default: value } = asRecord(firstOf(body));
    module.variables.set(name, value);
  }
  for (const locals of listOf(root.locals)) {
    for (const [name, value] of Object.entries(asRecord(locals))) {
      module.locals.set(name, value);
    }
  }
  for (const kind of ['resource', 'data'] as const) {
    for (const [type, named] of Object.entries(asRecord(root[kind]))) {
      for (const [name, body] of Object.entries(asRecord(named))) {
        module.blocks.push({ kind, type, name, body: asRecord(firstOf(body)) });
      }
    }
  }
  module.providers.push(...listOf(asRecord(root.provider).aws).map(asRecord));
  module.modules.push(...Object.keys(asRecord(root.module)));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
