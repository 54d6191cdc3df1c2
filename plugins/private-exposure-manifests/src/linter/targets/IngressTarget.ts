import { PlannedGroups } from '../../plan/awsLbcIngress';
import { GroupMember } from './GroupMember';
import { IngressClassInput } from './IngressClassInput';
import { Placed } from './Placed';

/** A place with annotations that end up on an Ingress. @public */
export interface IngressTarget extends Placed {
  type: 'ingress';
  /** The other Ingresses of the input that share its load balancer, by `group.name`. */
  group: readonly GroupMember[];
  /** Where the plan of its group is kept for the other members; `undefined` where they are of another plan. */
  plannedGroups?: PlannedGroups;
  /** Its class; `undefined` before all files were learned. */
  ingressClass?: IngressClassInput;
}

/** Annotations of anything else that a catalogue knows, such as a Gateway's for external-dns. @public */
export interface AnnotatedTarget extends Placed {
  type: 'annotated';
}
