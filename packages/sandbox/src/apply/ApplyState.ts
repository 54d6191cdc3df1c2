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
  /** Whether what replaces it is made before it goes: Terraform's `create_before_destroy`. */
  isCreatedFirst?: boolean;
}

interface KnownResource extends StoredResource {
  type: string;
  scope: Scope;
  /** The step that is told once the resource is ready. */
  announcement?: string;
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
  readonly #deletions = new Map<string, number>();
  /** Resources that others stand in the place of, and that are still to be removed. */
  readonly #replaced: { address: string; known: KnownResource }[] = [];
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

  /** Lets the steps that follow go elsewhere. */
  recordTo(steps: StepRecorder) {
    this.#steps = steps;
  }

  /** Says that resources whose address begins so are not known to be removed. */
  keepBelow(prefix: string) {
    this.#keptPrefixes.push(prefix);
  }

  /** The attributes of the resource with this address, if it was made. */
  find(address: string): Args | undefined {
    return this.#resources.get(address)?.attributes;
  }

  /** How often the resource with this address was removed because nothing described it any more. */
  deletionsOf(address: string): number {
    return this.#deletions.get(address) ?? 0;
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
        return this.#whenReady(address, known);
      }
      const existing = { args: known.args, attributes: current };
      const updated = isSameJson(known.scope, scope)
        ? handler.update?.(existing, args, context)
        : undefined;
      if (updated) return this.#store(desired, updated, 'Changed');
      if (!desired.isCreatedFirst) {
        handler.destroy(existing, { ...context, scope: known.scope });
        this.#resources.delete(address);
      }
    }
    const created = handler.create(args, {
      ...context,
      plannedId: this.#takePlannedId(address),
    });
    if (known && this.#resources.has(address)) {
      this.#replaced.push({ address, known });
    }
    return this.#store(desired, created, current ? 'Replaced by' : 'Created');
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
    for (const replaced of this.#replaced.splice(0)) {
      const { address, known } = replaced;
      this.#steps.record(`${address} (replaced)`, () => {
        // Until it is gone it stays to be removed.
        this.#replaced.push(replaced);
        const context = this.#contextOf(known.scope);
        handlerOf(known.type).destroy(known, context);
        this.#replaced.pop();
      });
    }
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
        this.#deletions.set(address, this.deletionsOf(address) + 1);
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

  #store(desired: DesiredResource, attributes: Args, verb: string): Args {
    const { address, type, args, scope } = desired;
    const known = {
      ...{ type, args, scope, attributes },
      announcement: `${verb} ${describe(attributes)}`,
    };
    this.#resources.set(address, known);
    return this.#whenReady(address, known);
  }

  // What others may not refer to yet is there all the same, and is removed if it is no longer described.
  #whenReady(address: string, known: KnownResource): Args {
    const context = this.#contextOf(known.scope);
    const pending = handlerOf(known.type).pending?.(known, context);
    if (pending) throw new WaitingError(pending);
    if (known.announcement) {
      this.#steps.applied(address, known.announcement);
      known.announcement = undefined;
    }
    return known.attributes;
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
