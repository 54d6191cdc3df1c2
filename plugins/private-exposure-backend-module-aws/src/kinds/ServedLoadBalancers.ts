/**
 * The load balancers that endpoint services of a scope point at, gathered while the scope is surveyed. Without all of
 * them, no load balancer can be said to stand alone.
 *
 * @internal
 */
export class ServedLoadBalancers {
  readonly #arns = new Set<string>();
  #isComplete = false;

  /** Notes load balancers of an endpoint service. */
  add(arns: readonly string[]): void {
    arns.forEach(arn => this.#arns.add(arn));
  }

  /** Says that every endpoint service has been listed. */
  complete(): void {
    this.#isComplete = true;
  }

  /** Whether every endpoint service has been listed. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Whether an endpoint service points at a load balancer. */
  has(arn: string): boolean {
    return this.#arns.has(arn);
  }
}
