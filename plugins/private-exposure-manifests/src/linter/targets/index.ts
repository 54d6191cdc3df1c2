export type {
  EndpointServiceTarget,
  PlacedValue,
} from './EndpointServiceTarget';
export type { GroupMember } from './GroupMember';
export type { AnnotatedTarget, IngressTarget } from './IngressTarget';
export type { Placed } from './Placed';
export type { ServiceTarget } from './ServiceTarget';
