import { ManifestValue } from '../../plan/KubernetesObject';
import { Place } from '../../read/SourceText';

/** An object of a kind of its own that says in fields what others say in annotations. @public */
export interface ConfigurationTarget extends Place {
  type: 'configuration';
  path: string;
  kind:
    | 'ServiceAttachment'
    | 'LoadBalancerConfiguration'
    | 'IngressClass'
    | 'IngressClassParams';
  /** What it is called; `undefined` where it has no name. */
  name: string | undefined;
  spec: { readonly [key: string]: ManifestValue | undefined };
  /** Where a field of the spec stands; the object itself for one that is missing. */
  placeOf(field: string): Place;
}
