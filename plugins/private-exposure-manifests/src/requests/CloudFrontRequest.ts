import { AwsCloudFrontInput } from '../intents/awsCloudFront';
import { CloudFrontOriginRequest } from './CloudFrontOriginRequest';

type Part<K extends keyof AwsCloudFrontInput> = NonNullable<
  AwsCloudFrontInput[K]
>;
type OwnWebAcl = Extract<Part<'webAcl'>, { type: 'own' }>;

/**
 * What a person asks for when a service is to be published through CloudFront. What is left out, or empty, is made from
 * the entity's name; account, region, VPC and subnets are the cluster's.
 *
 * @public
 */
export interface CloudFrontRequest {
  /** Folder of the repository that paths are relative to; its root unless given. */
  folder?: string;
  /** Why it is needed, for the reviewer. */
  reason?: string;
  /** Name of the distribution and of all that belongs to it. */
  name?: string;
  /** Names under which the service is published. */
  hostNames: string[];
  /** Hosted zone that the names lie in; what follows the first dot of the first name unless given. */
  zone?: string;
  /** Paths that are published, with all below them. */
  paths?: string[];
  /** Port of the Service; its first unless given. */
  port?: number;
  service?: Partial<Part<'service'>>;
  /** The Service, and the Ingress of its load balancer. */
  manifest?: Partial<Part<'manifest'>>;
  /** How CloudFront reaches the service. */
  origin?: CloudFrontOriginRequest;
  caching?: Part<'caching'>;
  redirectHttp?: boolean;
  tlsPolicy?: Part<'tlsPolicy'>;
  /** The firewall: one that somebody keeps, by its ARN, or one of its own. */
  webAcl?: Omit<OwnWebAcl, 'type'> & { arn?: string };
  logs?: Part<'logs'>;
  /** Language and place of the infrastructure code. */
  infrastructure?: Partial<Part<'infrastructure'>>;
}
