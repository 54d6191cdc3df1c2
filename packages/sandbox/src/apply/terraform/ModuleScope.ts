import { InputError } from '@backstage/errors';
import { evaluate, Scope } from './evaluate';
import { Value } from './expression';
import { parseTemplate } from './parseExpression';
import { TerraformModule } from './readTerraform';

/**
 * What the names of a module stand for: variables, locals, resources and data sources. Everything is
 * worked out when it is first asked for, so that the order of blocks and files does not matter.
 * @internal
 */
export class ModuleScope implements Scope {
  readonly #module: TerraformModule;
  readonly #variables: Record<string, string>;
  readonly #resolveBlock: (
    kind: 'resource' | 'data',
    type: string,
    name: string,
  ) => Value;
  readonly #locals = new Map<string, Value>();
  readonly #pending = new Set<string>();

  constructor(options: {
    module: TerraformModule;
    /** Values for variables without, or in place of, a default. */
    variables: Record<string, string>;
    resolveBlock: (
      kind: 'resource' | 'data',
      type: string,
      name: string,
    ) => Value;
  }) {
    this.#module = options.module;
    this.#variables = options.variables;
    this.#resolveBlock = options.resolveBlock;
  }

  /** {@inheritDoc Scope.lookup} */
  lookup(path: string[]): { value: Value; used: number } {
    const [root, second, third] = path;
    switch (root) {
      case 'var':
        return { value: this.#variable(second), used: 2 };
      case 'local':
        return { value: this.#local(second), used: 2 };
      case 'data':
        return { value: this.#resolveBlock('data', second, third), used: 3 };
      case 'path':
        return { value: this.#module.folder, used: 2 };
      case 'terraform':
        return { value: 'default', used: 2 };
      default:
        return { value: this.#resolveBlock('resource', root, second), used: 2 };
    }
  }

  #variable(name: string): Value {
    if (Object.hasOwn(this.#variables, name)) {
      return this.#variables[name];
    }
    const value = this.#module.variables.get(name);
    if (value === undefined) {
      throw new InputError(
        `The variable '${name}' has no default, and the pipeline gives it no value`,
      );
    }
    return evaluateTree(value, this);
  }

  #local(name: string): Value {
    const known = this.#locals.get(name);
    if (known !== undefined) {
      return known;
    }
    if (!this.#module.locals.has(name)) {
      throw new InputError(`There is no local value '${name}'`);
    }
    if (this.#pending.has(name)) {
      throw new InputError(`The local value '${name}' depends on itself`);
    }
    this.#pending.add(name);
    try {
      const value = evaluateTree(this.#module.locals.get(name), this);
      this.#locals.set(name, value);
      return value;
    } finally {
      this.#pending.delete(name);
    }
  }
}

/**
 * The value of a JSON tree whose strings are templates.
 * @throws InputError for an expression that cannot be worked out.
 * @internal
 */
export function evaluateTree(tree: unknown, scope: Scope): Value {
  if (typeof tree === 'string') {
    return evaluate(parseTemplate(tree), scope);
  }
  if (Array.isArray(tree)) {
    return tree.map(item => evaluateTree(item, scope));
  }
  if (typeof tree === 'object' && tree !== null) {
    return Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        String(evaluate(parseTemplate(key), scope)),
        evaluateTree(value, scope),
      ]),
    );
  }
  return typeof tree === 'number' || typeof tree === 'boolean' ? tree : null;
}
