import { ManifestValue } from '../../plan/KubernetesObject';

/** What the input tells of an Ingress's class. @public */
export interface IngressClassInput {
  /** `spec.controller` of its IngressClass; `undefined` where the input doesn't tell. */
  controller: string | undefined;
  /** What its IngressClassParams sets, nothing where it has none; `undefined` where the input doesn't tell. */
  params: { readonly [field: string]: ManifestValue | undefined } | undefined;
}
