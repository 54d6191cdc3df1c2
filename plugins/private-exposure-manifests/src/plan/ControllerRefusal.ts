/**
 * What a controller answers to a manifest that it does not accept. While it stands, the controller builds nothing from
 * the object, and for an Ingress nothing from its whole group.
 *
 * @public
 */
export class ControllerRefusal extends Error {
  override readonly name = 'ControllerRefusal' as const;
  /** Whole keys of the annotations, or paths such as `spec.ports`, that it is about. */
  readonly about: readonly string[];

  /** @param message - What the controller itself says, in its own words where they are known. */
  constructor(message: string, about: readonly string[]) {
    super(message);
    this.about = about;
  }
}
