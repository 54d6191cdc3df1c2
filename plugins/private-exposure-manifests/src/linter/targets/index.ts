export type {
  ChangeTarget,
  InfrastructureChange,
  IngressChange,
  ServiceChange,
} from './ChangeTarget';
export type {
  CloudFrontTarget,
  DistributionFacts,
  OriginProtocol,
  VpcOriginFacts,
} from './CloudFrontTarget';
export type { ConfigurationTarget } from './ConfigurationTarget';
export type {
  EndpointServiceTarget,
  PlacedValue,
} from './EndpointServiceTarget';
export type {
  FrontDoorFirewall,
  FrontDoorOpenDomain,
  FrontDoorOrigin,
  FrontDoorPrivateLink,
  FrontDoorProfile,
  FrontDoorTarget,
} from './FrontDoorTarget';
export type { GroupMember } from './GroupMember';
export type {
  IamCondition,
  IamPolicyTarget,
  IamStatement,
} from './IamPolicyTarget';
export type { IngressClassInput } from './IngressClassInput';
export type { AnnotatedTarget, IngressTarget } from './IngressTarget';
export type { Placed } from './Placed';
export type { PrivateLinkServiceTarget } from './PrivateLinkServiceTarget';
export type { ServiceTarget } from './ServiceTarget';
export type { StrayTarget } from './StrayTarget';
export type { WorkloadTarget } from './WorkloadTarget';
