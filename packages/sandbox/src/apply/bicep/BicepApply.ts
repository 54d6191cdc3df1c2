import { InputError } from '@backstage/errors';
import { BicepValue } from '@postern/backstage-plugin-private-exposure-manifests';
import { armId } from '../../azureWorld';
import { ApplyState } from '../ApplyState';
import { Args } from '../resources/args';
import { StepRecorder } from '../StepRecorder';
import { azureScope } from '../terraform/providerScope';
import { isMap, Value } from '../terraform/expression';
import { DeploymentTarget } from '../types';
import { BicepBlock, BicepFile, isObject } from './readBicepFiles';

/** Properties that say where a resource is, and are no part of it. */
const PLACE = new Set(['parent', 'name', 'dependsOn', 'scope']);

/**
 * One deployment of one Bicep file to the pipeline's resource group: each resource after those that it refers to.
 * @internal
 */
export class BicepApply {
  readonly #file: BicepFile;
  readonly #target: DeploymentTarget;
  readonly #state: ApplyState;
  readonly #steps: StepRecorder;
  readonly #done = new Map<string, Args>();
  readonly #problems = new Map<string, unknown>();
  readonly #pending = new Set<string>();

  constructor(options: {
    file: BicepFile;
    target: DeploymentTarget;
    state: ApplyState;
    steps: StepRecorder;
  }) {
    this.#file = options.file;
    this.#target = options.target;
    this.#state = options.state;
    this.#steps = options.steps;
  }

  /** Makes and changes what the file describes. */
  run(): void {
    for (const { symbol } of this.#file.blocks) {
      this.#steps.record(this.#addressOf(symbol), () => {
        this.#resolve(symbol);
      });
    }
  }

  #addressOf(symbol: string): string {
    return `${this.#file.path} ${symbol}`;
  }

  #resolve(symbol: string): Args {
    const known = this.#done.get(symbol);
    if (known) return known;
    if (this.#problems.has(symbol)) throw this.#problems.get(symbol);
    const block = this.#file.blocks.find(one => one.symbol === symbol);
    if (!block) throw new InputError(`There is no resource '${symbol}'`);
    if (this.#pending.has(symbol)) {
      throw new InputError(`'${symbol}' depends on itself`);
    }
    this.#pending.add(symbol);
    const address = this.#addressOf(symbol);
    try {
      const attributes = this.#steps.recordProblem(address, () =>
        this.#apply(block, address),
      );
      this.#done.set(symbol, attributes);
      return attributes;
    } catch (error) {
      this.#problems.set(symbol, error);
      this.#state.keepBelow(address);
      throw error;
    } finally {
      this.#pending.delete(symbol);
    }
  }

  #apply(block: BicepBlock, address: string): Args {
    this.#evaluate(block.body.dependsOn ?? []);
    const own = Object.entries(block.body).filter(([name]) => !PLACE.has(name));
    const body = Object.fromEntries(
      own.map(([name, value]) => [name, this.#evaluate(value)]),
    );
    const args: Args = {
      id: this.#idOf(block),
      api_version: block.apiVersion,
      body,
    };
    const scope = azureScope(this.#target);
    return block.isExisting
      ? this.#state.look({ type: 'azure_resource', args, scope })
      : this.#state.apply({ address, type: 'azure_resource', args, scope });
  }

  #idOf({ type, body }: BicepBlock): string {
    const name = this.#evaluate(body.name ?? '');
    if (typeof name !== 'string' || name === '') {
      throw new InputError(`A resource of type '${type}' has no name`);
    }
    if (body.parent !== undefined) {
      const parent = this.#evaluate(body.parent);
      const parentId = isMap(parent) ? String(parent.id) : '';
      return `${parentId}/${type.slice(type.lastIndexOf('/') + 1)}/${name}`;
    }
    const { accountId: subscriptionId } = azureScope(this.#target);
    const resourceGroup = this.#target.azure?.resourceGroup ?? '';
    return armId(type, { subscriptionId, resourceGroup, name });
  }

  #evaluate(value: BicepValue): Value {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(one => this.#evaluate(one));
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value.object).map(([name, one]) => [
          name,
          this.#evaluate(one),
        ]),
      );
    }
    return this.#lookup(value.reference);
  }

  // A symbol, or something in it, such as `nic.properties.ipConfigurations[0].name`.
  #lookup(reference: string): Value {
    const [symbol = '', ...path] = reference.match(/\w+/g) ?? [];
    return path.reduce<Value>((value, step) => {
      const inner = Array.isArray(value)
        ? value[Number(step)]
        : isMap(value) && value[step];
      if (inner !== undefined && inner !== false) return inner;
      throw new InputError(`'${reference}' has no value`);
    }, this.#resolve(symbol));
  }
}
