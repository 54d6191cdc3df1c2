/** A place that is no Service's own metadata, whose annotations end up on a Service. @public */
export interface AnnotationCarrier {
  id: string;
  /** The product as people say it. */
  product: string;
  /** Group and kind of the object, or the file that holds the values. */
  object: string;
  /** Path of the annotations; `[]` stands for each item of a list. */
  path: string;
  /** What has to be known. */
  note?: string;
  /** Page or source file that it was read from. */
  source: string;
}

/**
 * Where else annotations of a load balancer stand: what passes them on to the Service that it makes.
 *
 * @public
 */
export const annotationCarriers = [
  {
    id: 'istio-operator',
    product: 'Istio',
    object: 'install.istio.io IstioOperator',
    path: 'spec.components.ingressGateways[].k8s.serviceAnnotations',
    note: 'The class of the load balancer stands beside it, at k8s.service.loadBalancerClass.',
    source:
      'https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/',
  },
  {
    id: 'istio-gateway-chart',
    product: 'Istio',
    object: 'values of the Helm chart gateway',
    path: 'service.annotations',
    note: 'Beside it: service.type, service.loadBalancerClass, service.loadBalancerSourceRanges and service.externalTrafficPolicy.',
    source:
      'https://github.com/istio/istio/blob/master/manifests/charts/gateway/values.yaml',
  },
  {
    id: 'gateway-api-infrastructure',
    product: 'Gateway API',
    object: 'gateway.networking.k8s.io Gateway',
    path: 'spec.infrastructure.annotations',
    note: 'Copied to what the implementation makes; support for it is optional. Annotations of the Gateway itself are not copied.',
    source: 'https://gateway-api.sigs.k8s.io/guides/infrastructure/',
  },
  {
    id: 'consul-api-gateway',
    product: 'Consul API Gateway',
    object: 'api-gateway.consul.hashicorp.com GatewayClassConfig',
    path: 'spec.copyAnnotations.service',
    note: "A list of keys: the Gateway's annotations of these keys are copied.",
    source:
      'https://developer.hashicorp.com/consul/docs/reference/k8s/api-gateway/gatewayclassconfig',
  },
  {
    id: 'kourier',
    product: 'Knative Kourier',
    object: 'Service kourier in namespace kourier-system',
    path: 'metadata.annotations',
    note: 'Kourier passes none on: its manifest has to be patched. The Service kourier-internal stays in the cluster.',
    source:
      'https://github.com/knative-extensions/net-kourier/blob/main/config/300-gateway.yaml',
  },
] as const satisfies readonly AnnotationCarrier[];
