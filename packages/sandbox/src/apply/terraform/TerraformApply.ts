import { InputError } from '@backstage/errors';
import { AzureWorld } from '../../azureWorld';
import { World } from '../../world';
import { ApplyState } from '../ApplyState';
import { dataReaders } from '../resources/dataReaders';
import { Args, stringMap } from '../resources/args';
import { StepRecorder } from '../StepRecorder';
import { DeploymentTarget } from '../types';
import { WaitingError } from '../WaitingError';
import {
  combineInstances,
  expandInstances,
  formatKey,
} from './expandInstances';
import { isMap, Value } from './expression';
import { evaluateTree, ModuleScope } from './ModuleScope';
import { azureScope, providerScope, providerTags } from './providerScope';
import { TerraformBlock, TerraformModule } from './readTerraform';

const META_ARGUMENTS = new Set([
  'for_each',
  'count',
  'provider',
  'depends_on',
  'lifecycle',
  'timeouts',
  'provisioner',
  'connection',
]);

/**
 * One `terraform apply` of one module: each block after those that it refers to. What cannot be made is
 * a step of its own, and what depends on it waits; the rest goes on.
 * @internal
 */
export class TerraformApply {
  readonly #module: TerraformModule;
  readonly #target: DeploymentTarget;
  readonly #world: World;
  readonly #azure: AzureWorld;
  readonly #state: ApplyState;
  readonly #steps: StepRecorder;
  readonly #scope: ModuleScope;
  readonly #values = new Map<string, Value>();
  readonly #problems = new Map<string, unknown>();
  readonly #pending = new Set<string>();

  constructor(options: {
    module: TerraformModule;
    target: DeploymentTarget;
    world: World;
    azure: AzureWorld;
    state: ApplyState;
    steps: StepRecorder;
  }) {
    this.#module = options.module;
    this.#target = options.target;
    this.#world = options.world;
    this.#azure = options.azure;
    this.#state = options.state;
    this.#steps = options.steps;
    this.#scope = new ModuleScope({
      module: options.module,
      variables: options.target.variables ?? {},
      resolveBlock: (kind, type, name) => this.#resolve(kind, type, name),
    });
  }

  /** Makes and changes what the module describes. */
  run(): void {
    for (const name of this.#module.modules) {
      this.#steps.record(`module.${name}`, () => {
        throw new InputError('The sandbox does not apply modules');
      });
    }
    for (const block of this.#module.blocks) {
      const address = addressOf(block);
      try {
        this.#resolveKnown(block, address);
      } catch (error) {
        // The block's own instances have their steps already; this is for-each, count or a cycle.
        if (this.#problems.get(address) !== error) {
          throw error;
        }
      }
    }
  }

  #resolve(kind: 'resource' | 'data', type: string, name: string): Value {
    const block = this.#module.blocks.find(
      candidate =>
        candidate.kind === kind &&
        candidate.type === type &&
        candidate.name === name,
    );
    if (!block) {
      throw new InputError(`There is no ${kind} '${type}.${name}'`);
    }
    return this.#resolveKnown(block, addressOf(block));
  }

  #resolveKnown(block: TerraformBlock, address: string): Value {
    const known = this.#values.get(address);
    if (known !== undefined) {
      return known;
    }
    if (this.#problems.has(address)) {
      throw this.#problems.get(address);
    }
    if (this.#pending.has(address)) {
      throw new InputError(`'${address}' depends on itself`);
    }
    this.#pending.add(address);
    try {
      const value = this.#apply(block, address);
      this.#values.set(address, value);
      return value;
    } catch (error) {
      this.#problems.set(address, error);
      // Nothing is known about its instances, so none of them counts as removed.
      this.#state.keepBelow(address);
      throw error;
    } finally {
      this.#pending.delete(address);
    }
  }

  #apply(block: TerraformBlock, address: string): Value {
    const instances = this.#steps.recordProblem(address, () => {
      this.#resolveDependencies(block);
      return expandInstances(block.body, this.#scope);
    });
    const values = instances.map(instance => {
      const instanceAddress = `${address}${formatKey(instance.key)}`;
      const value = this.#steps.recordProblem(instanceAddress, () =>
        this.#applyInstance(block, instanceAddress, instance.scope),
      );
      return { key: instance.key, value };
    });
    return combineInstances(block.body, values);
  }

  #applyInstance(
    block: TerraformBlock,
    address: string,
    scope: Parameters<typeof evaluateTree>[1],
  ): Value {
    const own = Object.entries(block.body).filter(
      ([name]) => !META_ARGUMENTS.has(name),
    );
    const args = evaluateTree(Object.fromEntries(own), scope);
    if (!isMap(args)) {
      throw new InputError(`'${address}' has no arguments`);
    }
    if (block.type.startsWith('azurerm_')) {
      return this.#applyToAzure(block, address, args);
    }
    const aws = providerScope(this.#module, block.body.provider, {
      scope: this.#scope,
      target: this.#target,
    });
    if (block.kind === 'data') {
      return this.#read(block.type, args, aws);
    }
    const { provider } = block.body;
    const defaults = providerTags(this.#module, provider, this.#scope);
    const tags = { ...defaults, ...stringMap(args, 'tags') };
    return this.#state.apply({
      address,
      type: block.type,
      args: Object.keys(tags).length > 0 ? { ...args, tags } : args,
      scope: aws,
      isCreatedFirst: isCreatedFirst(block),
    });
  }

  #applyToAzure(block: TerraformBlock, address: string, args: Args): Value {
    const scope = azureScope(this.#target);
    return block.kind === 'data'
      ? this.#read(block.type, args, scope)
      : this.#state.apply({ address, type: block.type, args, scope });
  }

  #read(
    type: string,
    args: Args,
    scope: { accountId: string; region: string },
  ) {
    if (!Object.hasOwn(dataReaders, type)) {
      throw new InputError(`The sandbox cannot read the data source '${type}'`);
    }
    const context = {
      world: this.#world,
      azure: this.#azure,
      scope,
      target: this.#target,
    };
    return dataReaders[type](args, context);
  }

  #resolveDependencies(block: TerraformBlock) {
    const { depends_on: dependencies } = block.body;
    if (!Array.isArray(dependencies)) {
      return;
    }
    for (const dependency of dependencies) {
      const path = String(dependency)
        .replace(/^\$\{|\}$/g, '')
        .split('.');
      try {
        this.#scope.lookup(path);
      } catch (error) {
        throw new WaitingError(`Waits for ${path.join('.')}`, error);
      }
    }
  }
}

function isCreatedFirst({ body }: TerraformBlock): boolean {
  const lifecycle: unknown = [body.lifecycle].flat()[0];
  return isMap(lifecycle) && lifecycle.create_before_destroy === true;
}

function addressOf(block: TerraformBlock): string {
  const prefix = block.kind === 'data' ? 'data.' : '';
  return `${prefix}${block.type}.${block.name}`;
}
