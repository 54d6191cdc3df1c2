/**
 * Where an Ingress sends requests: a Service's port by number or name, or an action of an annotation.
 * @internal
 */
export interface IngressBackend {
  service: string;
  /** `use-annotation` for `actions.<service>`. */
  port: number | string;
}

/**
 * One path of an Ingress' rule.
 * @internal
 */
export interface IngressPath {
  path: string;
  pathType: string;
  backend: IngressBackend;
}

/**
 * One rule of an Ingress.
 * @internal
 */
export interface IngressRule {
  /** Empty for every host. */
  host: string;
  paths: IngressPath[];
}

/**
 * An Ingress, as controllers read it.
 * @internal
 */
export interface KubernetesIngress {
  namespace: string;
  name: string;
  annotations: Record<string, string>;
  /** Of the annotation `kubernetes.io/ingress.class`, else of the spec. */
  className?: string;
  rules: IngressRule[];
  defaultBackend?: IngressBackend;
  /** Hosts of `spec.tls`. */
  tlsHosts: string[];
}
