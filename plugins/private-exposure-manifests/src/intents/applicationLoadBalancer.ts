import { z } from 'zod';
import {
  loadBalancerNameSchema,
  securityGroupIdSchema,
  subnetIdSchema,
} from '../values/aws';
import { ingressGroupNameSchema } from '../values/kubernetes';
import {
  listenerCertificateArnSchema,
  regionalWebAclArnSchema,
  tlsPolicyNameSchema,
} from '../values/loadBalancer';
import { healthCheckSchema } from './healthCheck';
import { tagsSchema } from './loadBalancer';
import { uniqueList } from './uniqueList';

/** What TLS listeners take unless an intent chooses: TLS 1.2 and 1.3. @internal */
export const DEFAULT_TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/**
 * The Application Load Balancer that an Ingress makes.
 *
 * @public
 */
export const applicationLoadBalancerSchema = z
  .object({
    /** Name in AWS; the controller makes one up unless set. It can't be changed later. */
    name: loadBalancerNameSchema.optional(),
    /** Whether only the network reaches it. Default `internal`. */
    scheme: z.enum(['internal', 'internet-facing']).default('internal'),
    /** `ip`: pods; `instance`: nodes. Default `ip`, the only one that works across accounts. */
    targetType: z.enum(['ip', 'instance']).default('ip'),
    /** Ids of subnets, one a zone. Needed across accounts; else the controller finds them by their tags. */
    subnets: uniqueList(subnetIdSchema, { max: 20 }).default([]),
    /** Groups that somebody keeps. Needed across accounts; else the controller makes one. */
    securityGroups: uniqueList(securityGroupIdSchema, { max: 5 }).default([]),
    /**
     * Whether the controller opens the way from the load balancer to the pods. It can't across accounts: the groups of
     * the pods are then another account's. Default `true` in one account, `false` across.
     */
    manageBackendRules: z.boolean().optional(),
    /** A group whose Ingresses share the load balancer; one that the cluster's profile lets the namespace join. */
    group: z
      .object({
        name: ingressGroupNameSchema,
        /** Place among the members; lower comes first. */
        order: z.number().int().min(-1000).max(1000).optional(),
      })
      .strict()
      .optional(),
    /** Certificates of the load balancer's account and region, the default one first. Without any it answers in HTTP. */
    certificates: uniqueList(listenerCertificateArnSchema, { max: 25 }).default(
      [],
    ),
    /** Default a policy of TLS 1.2 and 1.3. */
    tlsPolicy: tlsPolicyNameSchema.default(DEFAULT_TLS_POLICY),
    /** The firewall; none unless given. */
    webAclArn: regionalWebAclArnSchema.optional(),
    /** How the load balancer speaks to the pods. Default `http`. */
    backendProtocol: z.enum(['http', 'https']).default('http'),
    /** Whether AWS refuses to delete the load balancer. Default `true`. */
    deletionProtection: z.boolean().default(true),
    healthCheck: healthCheckSchema.optional(),
    tags: tagsSchema,
  })
  .strict()
  .superRefine((loadBalancer, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { scheme, certificates, subnets, healthCheck } = loadBalancer;
    if (scheme === 'internet-facing' && certificates.length === 0) {
      refuse(
        ['certificates'],
        'must name a certificate: the Internet would reach the service in plain HTTP',
      );
    }
    if (subnets.length === 1) {
      refuse(
        ['subnets'],
        'must be two or more, of different zones: an Application Load Balancer takes no fewer',
      );
    }
    if (healthCheck?.protocol === 'tcp') {
      refuse(
        ['healthCheck', 'protocol'],
        `must be 'http' or 'https': an Application Load Balancer knows no other check`,
      );
    }
    if (loadBalancer.manageBackendRules && !loadBalancer.securityGroups.length)
      refuse(
        ['manageBackendRules'],
        'is only for given security groups; with its own the controller does it anyway',
      );
  });

/** The Application Load Balancer that an Ingress makes. @public */
export type ApplicationLoadBalancerIntent = z.output<
  typeof applicationLoadBalancerSchema
>;
