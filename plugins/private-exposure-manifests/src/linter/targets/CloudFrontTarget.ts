import { PlacedValue } from './EndpointServiceTarget';

/** A CloudFront distribution in infrastructure code, by its address. @public */
export interface DistributionFacts extends PlacedValue {
  /** Whether it names a web ACL, in whatever way. */
  hasWebAcl: boolean;
  /** Where it names one that is certain to be regional. */
  regionalWebAcl: PlacedValue | undefined;
  /** The region of its certificate at the place that names it, where the file tells it. */
  certificateRegion: PlacedValue | undefined;
}

/** In what protocol CloudFront asks an origin. @public */
export interface OriginProtocol extends PlacedValue {
  /** Whether the origin is in a VPC, and what goes there stays in AWS's network. */
  isPrivate: boolean;
}

/** A VPC origin in infrastructure code, by its address. @public */
export interface VpcOriginFacts extends PlacedValue {
  /** What it is set to, as the file says it. */
  settings: string;
  /** Distributions of the same file that use it. */
  usedBy: string[];
}

/** What one file of infrastructure code has of CloudFront. @public */
export interface CloudFrontTarget {
  type: 'cloudfront';
  path: string;
  distributions: DistributionFacts[];
  vpcOrigins: VpcOriginFacts[];
  /** Protocols of origins, where the file tells them. */
  protocols: OriginProtocol[];
  /** Global web ACLs that are certain to be in another region than us-east-1; the value is the region. */
  webAclsElsewhere: PlacedValue[];
  /** Rules that let CloudFront's list of addresses into a group which has such a rule already. */
  repeatedPrefixLists: PlacedValue[];
  /** Network Load Balancers without a security group that a VPC origin names, at the origin. */
  groupless: PlacedValue[];
}
