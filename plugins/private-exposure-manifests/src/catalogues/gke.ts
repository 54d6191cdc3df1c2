import { AnnotationCatalogue } from './types';

const SOURCE =
  'https://github.com/kubernetes/cloud-provider-gcp/blob/master/providers/gce/gce_annotations.go';

/**
 * Annotations with the prefix `networking.gke.io/` that GKE reads from Services of type LoadBalancer. A Private Service
 * Connect attachment is an object of its own: {@link gkeServiceAttachmentFields}.
 *
 * @public
 */
export const gkeNetworkingCatalogue = {
  id: 'gke-networking',
  controller: 'GKE',
  prefix: 'networking.gke.io/',
  placement: ['Service'],
  source: SOURCE,
  annotations: [
    {
      key: 'load-balancer-type',
      type: 'string',
      default: 'an external load balancer',
      allowed: ['Internal', 'internal'],
      since: '1.17',
      example: 'Internal',
      note: 'Anything else makes an external load balancer. With one of GKE’s load balancer classes, that decides instead. A service attachment needs an internal load balancer.',
    },
    {
      key: 'internal-load-balancer-allow-global-access',
      type: 'boolean',
      default: 'false',
      needs: ['load-balancer-type'],
      example: 'true',
      note: 'Lets clients of all regions of the network in.',
    },
    {
      key: 'internal-load-balancer-subnet',
      type: 'string',
      default: "the cluster's subnet",
      needs: ['load-balancer-type'],
      example: 'internal',
    },
  ],
} as const satisfies AnnotationCatalogue;

/** Annotations with the prefix `cloud.google.com/` that GKE reads from Services. @public */
export const gkeCloudCatalogue = {
  id: 'gke-cloud',
  controller: 'GKE',
  prefix: 'cloud.google.com/',
  placement: ['Service'],
  source: SOURCE,
  annotations: [
    {
      key: 'load-balancer-type',
      type: 'string',
      allowed: ['Internal', 'internal'],
      deprecated: 'networking.gke.io/load-balancer-type',
      example: 'Internal',
      note: 'Anything else makes an external load balancer. Not read beside networking.gke.io/load-balancer-type.',
    },
    {
      key: 'network-tier',
      type: 'string',
      default: 'Premium',
      allowed: ['Standard', 'Premium'],
      example: 'Premium',
      note: 'External load balancers only.',
    },
    {
      key: 'l4-rbs',
      type: 'string',
      allowed: ['enabled'],
      example: 'enabled',
      note: 'Makes an external load balancer with a backend service.',
      source:
        'https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer',
    },
    {
      key: 'neg',
      type: 'json',
      example: '{"exposed_ports": {"443": {}}}',
      note: 'Network endpoint groups that the controller keeps for the Service.',
      source:
        'https://cloud.google.com/kubernetes-engine/docs/how-to/standalone-neg',
    },
  ],
} as const satisfies AnnotationCatalogue;
