import { VpcOriginIntent } from '../intents/cloudFrontOrigin';
import { PublicRouteRequest } from './PublicRouteRequest';

/**
 * How CloudFront is to reach a service. Answers that belong to another `type` are left aside.
 *
 * @public
 */
export interface CloudFrontOriginRequest {
  /** `vpc-origin` unless given. */
  type?: 'vpc-origin' | 'public-entrance';
  loadBalancer?: VpcOriginIntent['loadBalancer'];
  /** How CloudFront speaks to an internal load balancer. */
  protocol?: VpcOriginIntent['protocol'];
  /** Certificate of an internal load balancer, or of the group of Ingresses at a public entrance. */
  certificateArn?: string;
  /** Groups that let CloudFront in; unless given, one is made. */
  securityGroups?: string[];
  healthCheckPath?: string;
  /** Name of the public entrance. */
  hostName?: string;
  /** The route at the public entrance. */
  route?: PublicRouteRequest;
  /** A header by which the entrance knows CloudFront; none without a secret. */
  secretHeader?: { name?: string; secretArn?: string };
}
