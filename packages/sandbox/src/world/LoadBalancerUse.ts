/**
 * Who uses which load balancer. It lies between load balancers, listeners and
 * endpoint services, so that none of them has to know the others.
 *
 * @internal
 */
export class LoadBalancerUse {
  readonly #services = new Map<string, string>();
  readonly #listeners = new Set<(arn: string) => void>();

  /** The id of the endpoint service that a load balancer belongs to. */
  endpointServiceOf(arn: string): string | undefined {
    return this.#services.get(arn);
  }

  /** Notes the one endpoint service of a load balancer. */
  attach(arn: string, serviceId: string): void {
    this.#services.set(arn, serviceId);
  }

  /** Ends the place in the endpoint service. */
  detach(arn: string): void {
    this.#services.delete(arn);
  }

  /** Tells those who asked that a load balancer is gone. */
  loadBalancerDeleted(arn: string): void {
    for (const listener of this.#listeners) listener(arn);
  }

  /** Asks to hear of deleted load balancers. */
  onLoadBalancerDeleted(listener: (arn: string) => void): void {
    this.#listeners.add(listener);
  }
}
