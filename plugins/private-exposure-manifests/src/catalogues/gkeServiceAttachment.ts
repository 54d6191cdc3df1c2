/** One field of an object that a controller reads. @public */
export interface FieldSpec {
  /** Path in the object; `[]` stands for each item of a list. */
  path: string;
  type: 'string' | 'integer' | 'boolean' | 'string-list' | 'object';
  isRequired: boolean;
  /** All values that are accepted, where they can be listed. */
  allowed?: readonly string[];
  example: string;
  note?: string;
}

/** Page or source file that {@link gkeServiceAttachmentFields} were read from. @public */
export const GKE_SERVICE_ATTACHMENT_SOURCE =
  'https://github.com/kubernetes/ingress-gce/blob/master/pkg/apis/serviceattachment/v1/types.go';

/**
 * The fields of GKE's ServiceAttachment (`networking.gke.io/v1`), with which a Service is published through Private
 * Service Connect. Approving a consumer means adding its project to the accept list, so it is a change of the manifest.
 *
 * @public
 */
export const gkeServiceAttachmentFields = [
  {
    path: 'spec.connectionPreference',
    type: 'string',
    isRequired: true,
    allowed: ['ACCEPT_AUTOMATIC', 'ACCEPT_MANUAL'],
    example: 'ACCEPT_MANUAL',
    note: 'ACCEPT_AUTOMATIC lets every project in.',
  },
  {
    path: 'spec.natSubnets',
    type: 'string-list',
    isRequired: true,
    example: 'private-service-connect',
    note: 'Subnets whose purpose is Private Service Connect.',
  },
  {
    path: 'spec.resourceRef',
    type: 'object',
    isRequired: true,
    example: '{"kind": "Service", "name": "payments"}',
    note: 'A Service with an internal load balancer in the same namespace.',
  },
  {
    path: 'spec.proxyProtocol',
    type: 'boolean',
    isRequired: false,
    example: 'false',
  },
  {
    path: 'spec.reconcileConnections',
    type: 'boolean',
    isRequired: false,
    example: 'true',
    note: 'Whether a changed list reaches the connections that stand.',
  },
  {
    path: 'spec.consumerAllowList[].project',
    type: 'string',
    isRequired: false,
    example: 'consumer-project',
  },
  {
    path: 'spec.consumerAllowList[].connectionLimit',
    type: 'integer',
    isRequired: false,
    example: '10',
  },
  {
    path: 'spec.consumerAllowList[].forwardingRule',
    type: 'string',
    isRequired: false,
    example: 'payments',
  },
  {
    path: 'spec.consumerRejectList',
    type: 'string-list',
    isRequired: false,
    example: 'other-project',
  },
] as const satisfies readonly FieldSpec[];
