import { InputError } from '@backstage/errors';
import { AzureWorld } from '../azureWorld';
import { Scope, World } from '../world';
import { Args } from './resources/args';
import { ResourceHandler, StoredResource } from './resources/ResourceHandler';
import { resourceHandlers } from './resources/resourceHandlers';
import { StepRecorder } from './StepRecorder';
import { ApplyContext, DeploymentTarget } from './types';
import { WaitingError } from './WaitingError';

/**
 * A resource as a file describes it.
 * @internal
 */
export interface DesiredResource {
  /** Its name within the repository, for example `aws_vpc_endpoint.search["a"]`. */
  address: string;
  /** Its Terraform type. */
  type: string;
  args: Args;
  scope: Scope;
}

interface KnownResource extends StoredResource {
  type: string;
  scope: Scope;
}

/**
 * What a repository's applies have made so far. An apply is `begin`, any number of `apply`, and `finish`,
 * which removes what was not described again.
 * @internal
 */
export class ApplyState {
  readonly #world: World;
  readonly #azure: AzureWorld;
  readonly #target: DeploymentTarget;
  readonly #resources = new Map<string, KnownResource>();
  readonly #usedIds = new Set<string>();
  #kept = new Set<string>();
  #keptPrefixes: string[] = [];
  #steps = new StepRecorder();

  constructor(options: {
    world: World;
    azure: AzureWorld;
    target: DeploymentTarget;
  }) {
    this.#world = options.world;
    this.#azure = options.azure;
    this.#target = options.target;
  }

  /** Starts an apply whose steps go to `steps`. */
  begin(steps: StepRecorder) {
    this.#steps = steps;
    this.#kept = new Set();
    this.#keptPrefixes = [];
  }

  /** Says that resources whose address begins so are not known to be removed. */
  keepBelow(prefix: string) {
    this.#keptPrefixes.push(prefix);
  }

  /** The attributes of the resource with this address, if it was made. */
  find(address: string): Args | undefined {
    return this.#resources.get(address)?.attributes;
  }

  /** The ids of all resources of a type. */
  idsOfType(type: string): string[] {
    return [...this.#resources.values()]
      .filter(resource => resource.type === type)
      .map(resource => String(resource.attributes.id));
  }

  /**
   * Makes, changes or leaves a resource and returns its attributes.
   * @throws InputError for a type that the sandbox does not know, and whatever the world refuses with.
   */
  apply(desired: DesiredResource): Args {
    const { address, type, args, scope } = desired;
    this.#kept.add(address);
    const handler = handlerOf(type);
    const context = this.#contextOf(scope);
    const known = this.#resources.get(address);
    const current =
      known && handler.read(known, { ...context, scope: known.scope });
    if (known && current) {
      if (isSameJson(known.args, args) && isSameJson(known.scope, scope)) {
        known.attributes = current;
        return current;
      }
      const existing = { args: known.args, attributes: current };
      const updated = isSameJson(known.scope, scope)
        ? handler.update?.(existing, args, context)
        : undefined;
      if (updated) {
        this.#store(desired, updated);
        this.#steps.applied(address, `Changed ${describe(updated)}`);
        return updated;
      }
      handler.destroy(existing, { ...context, scope: known.scope });
      this.#resources.delete(address);
    }
    const created = handler.create(args, {
      ...context,
      plannedId: this.#takePlannedId(address),
    });
    this.#store(desired, created);
    const verb = current ? 'Replaced by' : 'Created';
    this.#steps.applied(address, `${verb} ${describe(created)}`);
    return created;
  }

  /**
   * The attributes of a resource that somebody else makes.
   * @throws WaitingError if it is not there.
   */
  look({ type, args, scope }: Omit<DesiredResource, 'address'>): Args {
    const stored = { args, attributes: args };
    const found = handlerOf(type).read(stored, this.#contextOf(scope));
    if (found) return found;
    throw new WaitingError(`Waits for ${args.id}`);
  }

  /** Removes what this apply did not describe, the latest first. */
  finish() {
    for (const [address, known] of [...this.#resources].reverse()) {
      const isKept =
        this.#kept.has(address) ||
        this.#keptPrefixes.some(prefix => address.startsWith(prefix));
      if (isKept) {
        continue;
      }
      this.#steps.record(address, () => {
        const { scope } = known;
        const context = this.#contextOf(scope);
        handlerOf(known.type).destroy(known, context);
        this.#resources.delete(address);
        this.#steps.applied(address, `Deleted ${describe(known.attributes)}`);
      });
    }
  }

  #contextOf(scope: Scope): ApplyContext {
    return {
      world: this.#world,
      azure: this.#azure,
      target: this.#target,
      scope,
    };
  }

  // A resource that is made again later is another one, and gets an id of its own.
  #takePlannedId(address: string): string | undefined {
    const id = this.#target.plannedIds?.[address];
    if (id === undefined || this.#usedIds.has(id)) {
      return undefined;
    }
    this.#usedIds.add(id);
    return id;
  }

  #store({ address, type, args, scope }: DesiredResource, attributes: Args) {
    this.#resources.set(address, { type, args, scope, attributes });
  }
}

function handlerOf(type: string): ResourceHandler {
  if (!Object.hasOwn(resourceHandlers, type)) {
    throw new InputError(
      `The sandbox does not apply resources of type '${type}'`,
    );
  }
  return resourceHandlers[type];
}

function describe(attributes: Args): string {
  const name = String(attributes.service_name ?? attributes.id);
  return attributes.address ? `${name}, at ${attributes.address}` : name;
}

function isSameJson(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
