import { KubernetesObject } from '../../plan/KubernetesObject';
import { Place } from '../../read/SourceText';

/** Another Ingress that shares a load balancer, as a copy that keeps none of its file's text. @public */
export interface GroupMember extends Place {
  path: string;
  /** The values that its file tells, by whole key. */
  annotations: Readonly<Record<string, string>>;
  /** Whether more annotations may be there than the file tells. */
  isPartial: boolean;
  /** The whole object, where the file holds it. */
  object: KubernetesObject | undefined;
}
