import { armKey } from './armIds';

/**
 * Which private link service stands at which frontend of a load balancer. Both
 * sides look here, so that neither knows the other.
 *
 * @internal
 */
export class FrontendUse {
  readonly #services = new Map<string, string>();

  /** The private link service at a frontend. */
  find(frontendId: string): string | undefined {
    return this.#services.get(armKey(frontendId));
  }

  /** Notes at which frontends a service stands, instead of those before. */
  set(serviceId: string, frontends: { before: string[]; now: string[] }): void {
    for (const id of frontends.before) this.#services.delete(armKey(id));
    for (const id of frontends.now) this.#services.set(armKey(id), serviceId);
  }
}
