import { z } from 'zod';
import {
  securityGroupIdSchema,
  subnetIdSchema,
  vpcIdSchema,
} from '../values/aws';
import { acmCertificateArnSchema, secretArnSchema } from '../values/cloudFront';
import { plainHostSchema } from '../values/domainName';
import { portNumberSchema } from '../values/kubernetes';
import { httpPathSchema } from '../values/httpPath';
import { patternText } from '../values/text';
import { routePathSchema, sharedEntranceSchema } from './sharedRoute';
import { uniqueList } from './uniqueList';

/**
 * An internal load balancer of the cluster, which CloudFront reaches inside the VPC: nothing of the service is public.
 *
 * @public
 */
export const vpcOriginSchema = z
  .object({
    type: z.literal('vpc-origin'),
    /**
     * `application`: an Ingress makes it, and it leads the published paths alone to the service. `network`: the Service
     * makes it, and it leads everything on.
     */
    loadBalancer: z.enum(['application', 'network']).default('application'),
    /** How CloudFront speaks to the load balancer. Default `https`. */
    protocol: z.enum(['https', 'http']).default('https'),
    /**
     * Certificate of an Application Load Balancer, in the service's region, for the published names. Unless given, one is
     * asked for beside CloudFront's.
     */
    certificateArn: acmCertificateArnSchema.optional(),
    /** Groups that somebody keeps, and that let CloudFront in. Unless given, one is made that lets in CloudFront alone. */
    securityGroups: uniqueList(securityGroupIdSchema, { max: 5 }).default([]),
    /** VPC of the load balancer; needed where a group is made. */
    vpc: vpcIdSchema.optional(),
    /** One subnet a zone. Empty: the controller finds them by their tags. */
    subnets: uniqueList(subnetIdSchema, { max: 20 }).default([]),
    /** Default `/`. */
    healthCheckPath: httpPathSchema.default('/'),
  })
  .strict();

/**
 * The cluster's one public entrance under a name that stays, as many services share it; it is there already.
 *
 * @public
 */
export const publicEntranceSchema = z
  .object({
    type: z.literal('public-entrance'),
    /** The name that external-dns keeps for the entrance; its certificate must be for this or the published names. */
    hostName: plainHostSchema,
    /** Where the route for the published names goes. */
    route: sharedEntranceSchema,
    /**
     * A header that CloudFront adds, by which the entrance knows it. Its value is read from a secret and is never
     * written into a file.
     */
    secretHeader: z
      .object({
        name: patternText({
          pattern: /^X-[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
          max: 64,
          expected: `the name of a header that begins with X-, such as 'X-Origin-Verify'`,
        }).default('X-Origin-Verify'),
        secretArn: secretArnSchema,
      })
      .strict()
      .optional(),
  })
  .strict();

/** How CloudFront reaches the service. @public */
export const cloudFrontOriginSchema = z.discriminatedUnion('type', [
  vpcOriginSchema,
  publicEntranceSchema,
]);

/** An internal load balancer behind CloudFront. @public */
export type VpcOriginIntent = z.output<typeof vpcOriginSchema>;
/** A public entrance behind CloudFront. @public */
export type PublicEntranceIntent = z.output<typeof publicEntranceSchema>;
/** How CloudFront reaches the service. @public */
export type CloudFrontOriginIntent = z.output<typeof cloudFrontOriginSchema>;

/** The published paths, and the port of the Service that they lead to. @internal */
export const publishedPathsSchema = uniqueList(routePathSchema, {
  min: 1,
  max: 50,
}).default([{ path: '/' }]);

/** Port of the Service that requests are led to. @internal */
export const publishedPortSchema = portNumberSchema.default(80);
