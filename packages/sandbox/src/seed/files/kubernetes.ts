/**
 * What a component's manifests say.
 * @internal
 */
export interface ManifestOptions {
  name: string;
  port: number;
  replicas: number;
  /** Annotations of the Service; without any it stays inside the cluster. */
  annotations?: Record<string, string>;
  /** Whose cluster; default `aws`, whose controller wants its own class. */
  cloud?: 'aws' | 'azure';
}

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer';

/**
 * Annotations with which the AWS Load Balancer Controller makes an internal load balancer that is fit for
 * an endpoint service.
 * @internal
 */
export function privateLoadBalancer(
  name: string,
  overrides: Record<string, string> = {},
): Record<string, string> {
  return {
    [`${PREFIX}-scheme`]: 'internal',
    [`${PREFIX}-nlb-target-type`]: 'ip',
    [`${PREFIX}-attributes`]: 'load_balancing.cross_zone.enabled=true',
    [`${PREFIX}-inbound-sg-rules-on-private-link-traffic`]: 'off',
    [`${PREFIX}-additional-resource-tags`]: `backstage-entity-ref=component:default/${name}`,
    ...overrides,
  };
}

/**
 * Annotations with which Azure's cloud provider makes an internal load balancer and a private link service at it.
 * @internal
 */
export function privateLinkAnnotations(options: {
  name: string;
  subnet: string;
  /** Subscriptions that may see it, or `*`. */
  visibility: string[];
}): Record<string, string> {
  const prefix = 'service.beta.kubernetes.io/azure';
  return {
    [`${prefix}-load-balancer-internal`]: 'true',
    [`${prefix}-pls-create`]: 'true',
    [`${prefix}-pls-name`]: options.name,
    [`${prefix}-pls-ip-configuration-subnet`]: options.subnet,
    [`${prefix}-pls-ip-configuration-ip-address-count`]: '2',
    [`${prefix}-pls-visibility`]: options.visibility.join(' '),
  };
}

/**
 * The manifest file of a component: its Deployment and its Service.
 * @internal
 */
export function manifests(options: ManifestOptions): string {
  const { name, replicas } = options;
  return `# Everything that ${name} runs in the cluster. Secrets come from the external secrets operator.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${name}
  labels:
    app.kubernetes.io/name: ${name}
spec:
  replicas: ${replicas} # one per zone
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      containers:
        - name: ${name}
          image: registry.acme.example/${name}:1.8.2
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
---
${serviceOf(options)}`;
}

function serviceOf(options: ManifestOptions): string {
  const { name, port, annotations, cloud } = options;
  const entries = Object.entries(annotations ?? {});
  const block =
    entries.length > 0
      ? `  annotations:\n${entries
          .map(([key, value]) => `    ${key}: "${value}"\n`)
          .join('')}`
      : '';
  const loadBalancer =
    cloud === 'azure'
      ? '  type: LoadBalancer\n'
      : '  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n';
  const type = entries.length > 0 ? loadBalancer : '  type: ClusterIP\n';
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${name}
  labels:
    app.kubernetes.io/name: ${name}
${block}spec:
${type}  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: ${
      port === 443 ? 'https' : 'http'
    } # the only port that callers may use
      port: ${port}
      targetPort: http
`;
}

/**
 * The overlay for Istio's ingress gateway of webhooks, in the form of the in-tree cloud provider.
 * @internal
 */
export function istioOverlay(): string {
  return `# Overlay for the mesh's ingress gateway. Everything below *.k.acme.example enters here.
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: webhooks-gateway
  namespace: istio-system
spec:
  profile: empty
  components:
    ingressGateways:
      - name: istio-ingressgateway
        namespace: istio-system
        enabled: true
        k8s:
          serviceAnnotations:
            ${PREFIX}-type: "nlb"
            ${PREFIX}-internal: "true"
            ${PREFIX}-cross-zone-load-balancing-enabled: "true"
            ${PREFIX}-additional-resource-tags: "backstage-entity-ref=component:default/webhooks"
          service:
            ports:
              - name: status-port
                port: 15021
                targetPort: 15021
              - name: https
                port: 443
                targetPort: 8443
`;
}
