/**
 * Names the AWS endpoint services of an entity: ARNs, separated by commas. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AWS_ENDPOINT_SERVICE =
  'private-exposure.io/aws-endpoint-service';

/**
 * Names the Azure private link services of an entity: ARM ids, separated by commas. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AZURE_PRIVATE_LINK_SERVICE =
  'private-exposure.io/azure-private-link-service';

/**
 * Names the Azure Front Doors of an entity: ARM ids of profiles, separated by commas. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AZURE_FRONT_DOOR =
  'private-exposure.io/azure-front-door';

/**
 * Names the other Azure resources of an entity that take private endpoints, such as a web app: ARM ids, separated by
 * commas. Only those that the provider's configuration names are looked at. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE =
  'private-exposure.io/azure-private-link-resource';

/**
 * Names the CloudFront distributions of an entity: ARNs, separated by commas. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AWS_CLOUDFRONT = 'private-exposure.io/aws-cloudfront';

/**
 * Names the AWS load balancers of an entity: ARNs, separated by commas. Proves nothing by itself.
 *
 * @public
 */
export const ANNOTATION_AWS_LOAD_BALANCER =
  'private-exposure.io/aws-load-balancer';

/**
 * Names the Kubernetes Services of an entity as `<cluster>/<namespace>/<service>`, separated by commas. Matched with
 * the identity that the load balancer controllers write on what they make. Proves nothing by itself: whose a Service is,
 * only the entity says.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_SERVICE =
  'private-exposure.io/kubernetes-service';

/**
 * Annotations that name cloud resources, by the kind of exposure they name.
 *
 * @public
 */
export const resourceAnnotations = {
  'aws-endpoint-service': ANNOTATION_AWS_ENDPOINT_SERVICE,
  'aws-cloudfront': ANNOTATION_AWS_CLOUDFRONT,
  'aws-load-balancer': ANNOTATION_AWS_LOAD_BALANCER,
  'azure-private-link-service': ANNOTATION_AZURE_PRIVATE_LINK_SERVICE,
  'azure-front-door': ANNOTATION_AZURE_FRONT_DOOR,
  'azure-private-link-resource': ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE,
} as const;

/** The tag on a cloud resource that names its owner, unless the configuration sets another. @public */
export const DEFAULT_OWNER_TAG = 'backstage-entity-ref';

/** The parts of an entity that the annotation readers need. @public */
export interface AnnotatedEntity {
  /** The entity's metadata; other fields are ignored. */
  metadata: { annotations?: Record<string, string> };
}

/**
 * Reads a comma-separated annotation. Empty parts are left out, doubles are kept once.
 *
 * @public
 */
export function readListAnnotation(
  entity: AnnotatedEntity,
  annotation: string,
): string[] {
  const value = entity.metadata.annotations?.[annotation] ?? '';
  const parts = value.split(',').map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}

/**
 * Whether an entity names an exposure by annotation. An entity without one can still have exposures: the owner tag on
 * the cloud resource needs no annotation.
 *
 * @public
 */
export function isPrivateExposureAvailable(entity: AnnotatedEntity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return [
    ANNOTATION_KUBERNETES_SERVICE,
    ...Object.values(resourceAnnotations),
  ].some(annotation => annotations[annotation] !== undefined);
}
