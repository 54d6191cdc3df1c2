/**
 * An object of a cluster as external-dns sees it.
 * @internal
 */
export interface DnsSource {
  /** `service/<namespace>/<name>` and its likes, as the ownership record has it. */
  resource: string;
  kind: 'service' | 'ingress' | 'httproute';
  annotations: Record<string, string>;
  /** Host names of the spec. */
  hosts: string[];
  /** Host names of the load balancers in the status. */
  targets: string[];
}
