import { ApplyContext } from '../types';
import { Args } from './args';

/**
 * A resource that an apply has made, as its state keeps it.
 * @internal
 */
export interface StoredResource {
  args: Args;
  attributes: Args;
}

/**
 * How one type of resource is made, changed and removed in the world. Refusals are `AwsFault`s,
 * `WaitingError` means that time may help.
 * @internal
 */
export interface ResourceHandler {
  create(args: Args, context: ApplyContext): Args;
  /** The attributes as they are now, or undefined if someone removed the resource. */
  read(resource: StoredResource, context: ApplyContext): Args | undefined;
  /** Changes it in place; without this, or when it returns undefined, it is replaced. */
  update?(
    resource: StoredResource,
    args: Args,
    context: ApplyContext,
  ): Args | undefined;
  destroy(resource: StoredResource, context: ApplyContext): void;
  /** What the resource still waits for before others may refer to it; undefined once it is ready. */
  pending?(resource: StoredResource, context: ApplyContext): string | undefined;
}

/**
 * How one type of data source is looked up.
 * @internal
 */
export type DataReader = (args: Args, context: ApplyContext) => Args;
