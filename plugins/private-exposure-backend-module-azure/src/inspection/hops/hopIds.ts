/**
 * Ids of the hops, for findings to point at. Stable from one inspection to the next. ARM ids are in our spelling.
 *
 * @internal
 */
export const hopIds = {
  /** A Front Door profile. */
  frontDoor: 'cdn',
  /** The firewall in front of it. */
  firewall: 'waf',
  /** A private link service, or another resource that takes private endpoints, by ARM id. */
  linkTarget: (id: string) => `private-link-service:${id}`,
  /** An origin with an address of its own, by ARM id. */
  origin: (id: string) => `origin:${id}`,
  /** The origins of a Front Door, where nobody let us look at them. */
  origins: 'origins',
  /** A load balancer, by ARM id. */
  loadBalancer: (id: string) => `load-balancer:${id}`,
  /** A backend pool, by ARM id. */
  backendPool: (id: string) => `backend-pool:${id}`,
  /** A Kubernetes Service, by `<cluster>/<namespace>/<service>`. */
  kubernetesService: (identity: string) => `kubernetes-service:${identity}`,
};
