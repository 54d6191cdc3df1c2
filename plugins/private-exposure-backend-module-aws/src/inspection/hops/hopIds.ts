/**
 * Ids of the hops, for findings to point at. Stable from one inspection to the next.
 *
 * @internal
 */
export const hopIds = {
  /** The private DNS name. */
  dnsName: 'dns-name',
  /** A public name, by itself. */
  publicName: (name: string) => `dns-name:${name}`,
  /** A certificate, by ARN. */
  certificate: (arn: string) => `certificate:${arn}`,
  /** The web ACL. */
  firewall: 'waf',
  /** The distribution. */
  distribution: 'cdn',
  /** A VPC origin, by its id. */
  vpcOrigin: (originId: string) => `vpc-origin:${originId}`,
  /** The endpoint service. */
  endpointService: 'endpoint-service',
  /** A load balancer, by ARN. */
  loadBalancer: (arn: string) => `load-balancer:${arn}`,
  /** A target group, by ARN. */
  targetGroup: (arn: string) => `target-group:${arn}`,
  /** A Kubernetes Service or Ingress, by `<cluster>/<namespace>/<name>`. */
  kubernetesService: (identity: string) => `kubernetes-service:${identity}`,
};
