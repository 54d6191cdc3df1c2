import { SharedEntranceForm } from '../intents/sharedRoute';

/**
 * What a person asks for of the route at a public entrance. What is left out, or empty, is made from the Service's name.
 *
 * @public
 */
export interface PublicRouteRequest {
  /** What the entrance is made of; `ingress-nginx` unless given. */
  form?: SharedEntranceForm;
  /** Path of the manifest. */
  path?: string;
  /** Name of the Ingress or HTTPRoute. */
  name?: string;
  /** Class of the Ingress; that of the form unless given. */
  ingressClassName?: string;
  /** Group of Ingresses, for `aws-ingress-group`. */
  group?: string;
  /** The Gateway, for `gateway-api`. */
  gateway?: { name: string; namespace: string; sectionName?: string };
}
