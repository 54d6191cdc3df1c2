import { Place } from '../../read/SourceText';
import { PlacedValue } from './EndpointServiceTarget';
import { IngressTarget } from './IngressTarget';
import { ServiceTarget } from './ServiceTarget';

interface Change extends Place {
  type: 'change';
  path: string;
}

interface ObjectChange<Target> extends Change {
  /** What changes, as people say it: `Service payments`. */
  name: string;
  before: Target;
  /** `undefined` where the change removes it. */
  after: Target | undefined;
  /** Whether infrastructure code in the same input has an endpoint service. */
  hasEndpointService: boolean;
}

/** A Service, or annotations for one, before a change and after it. @public */
export interface ServiceChange extends ObjectChange<ServiceTarget> {
  subject: 'service';
}

/** An Ingress, or annotations for one, before a change and after it. @public */
export interface IngressChange extends ObjectChange<IngressTarget> {
  subject: 'ingress';
}

/**
 * What a change takes out of infrastructure code, or can't change there. What is gone stands at the nearest place of its
 * sort that is still in the file, or where the file begins.
 *
 * @public
 */
export interface InfrastructureChange extends Change {
  subject: 'infrastructure';
  /** Endpoint services that are gone, by their addresses. */
  removedServices: PlacedValue[];
  /** Principals that may no longer connect. */
  removedPrincipals: PlacedValue[];
  /** Private DNS names that endpoint services which stay no longer have. */
  removedPrivateNames: PlacedValue[];
  /** VPC origins of CloudFront that are set otherwise, and distributions that used them before. */
  changedVpcOrigins: (PlacedValue & { usedBy: string[] })[];
}

/** One thing that a merge would change. @public */
export type ChangeTarget = ServiceChange | IngressChange | InfrastructureChange;
