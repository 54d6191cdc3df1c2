/** Kinds of exposures whose template forms have a preview, as `private-exposure:change:track` calls them. */
const kinds = [
  'aws-cloudfront',
  'aws-endpoint-service',
  'aws-load-balancer',
  'azure-private-link-service',
] as const;

/** A kind of exposure whose template forms have a preview. @internal */
export type PreviewKind = (typeof kinds)[number];

/** Whether a kind has a preview. @internal */
export function isPreviewKind(kind: unknown): kind is PreviewKind {
  return kinds.some(known => known === kind);
}
