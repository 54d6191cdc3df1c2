import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsRegionSchema,
  subnetIdSchema,
  vpcIdSchema,
} from '../values/aws';
import { acmCertificateArnSchema } from '../values/cloudFront';
import { isWithinDomain, plainHostSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { clusterIssuerSchema } from '../values/iam';
import {
  kubernetesNameSchema,
  labelKeySchema,
  labelValueSchema,
  portNumberSchema,
  serviceNameSchema,
} from '../values/kubernetes';
import { quoteForMessage, singleLineText } from '../values/text';
import { clusterNameSchema } from './clusterProfile';
import { infrastructureSchema } from './infrastructure';
import { tagsSchema } from './loadBalancer';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { refuseElsewhere, type Refuse } from './refuseElsewhere';
import { refuseGroupName } from './refuseGroupName';
import { refuseOtherPartition } from './refuseOtherPartition';
import { sharedProfileFields } from './sharedProfileFields';
import { uniqueList } from './uniqueList';

const serviceSchema = z
  .object({
    name: serviceNameSchema,
    namespace: kubernetesNameSchema,
    /** Labels of the entrance's pods. */
    selector: z.record(labelKeySchema, labelValueSchema),
    /** Where the pods listen. Default 443 for TLS, or 80 where TLS ends at the load balancer. */
    targetPort: portNumberSchema.optional(),
  })
  .strict();

const externalDnsSchema = z
  .object({
    /** The cluster's issuer, whose identity provider the account has already. */
    issuer: clusterIssuerSchema,
    serviceAccount: z
      .object({
        name: serviceNameSchema.default('external-dns'),
        namespace: kubernetesNameSchema.default('external-dns'),
      })
      .strict()
      .default({}),
  })
  .strict();

/**
 * A cluster's one public entrance, made once for all services that CloudFront publishes over it: a Service whose load
 * balancer lets CloudFront alone in, with a name that external-dns keeps, and what external-dns may do for that.
 *
 * @public
 */
export const awsPublicEntranceIntentSchema = z
  .object({
    /** The owner of what is made: the entrance's own component, or the cluster's. */
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: clusterNameSchema,
    account: awsAccountIdSchema,
    region: awsRegionSchema,
    vpc: vpcIdSchema,
    /** One subnet a zone. Empty: the controller finds them by their tags. */
    subnets: uniqueList(subnetIdSchema, { max: 20 }).default([]),
    /** Prefix that the cluster's external-dns reads. */
    externalDnsPrefix: sharedProfileFields.externalDnsPrefix.unwrap(),
    /** The name that external-dns keeps for the entrance, by which CloudFront asks it. */
    hostName: plainHostSchema,
    /** The public hosted zone that the name lies in. */
    zone: plainHostSchema,
    service: serviceSchema,
    /** Certificate for the entrance's name, of the cluster's region and account; the pods have one of their own unless given. */
    certificateArn: acmCertificateArnSchema.optional(),
    /** What external-dns is made known by; no role is written unless given. */
    externalDns: externalDnsSchema.optional(),
    /** File of the Service. */
    manifest: z
      .object({ path: filePathSchema({ extensions: ['.yaml', '.yml'] }) })
      .strict(),
    tags: tagsSchema,
    /** Where its security group goes, and external-dns's role. */
    infrastructure: infrastructureSchema,
  })
  .strict()
  .superRefine((intent, context) => {
    const refuse: Refuse = (path, message) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { hostName, zone, region, certificateArn, externalDns } = intent;
    refuseOwnerTag(
      intent.ownerTag,
      [{ path: ['tags'], tags: intent.tags }],
      context,
    );
    refuseOtherPartition(region, refuse);
    refuseGroupName(refuse, ['service', 'name'], intent.service.name);
    if (!isWithinDomain(hostName, zone))
      refuse(
        ['hostName'],
        `must lie in the zone ${quoteForMessage(
          zone,
        )}, which external-dns writes to`,
      );
    if (Object.keys(intent.service.selector).length === 0)
      refuse(['service', 'selector'], 'must name a label of the pods');
    if (certificateArn)
      refuseElsewhere(refuse, {
        ...{ path: ['certificateArn'], arn: certificateArn, region },
        ...{ account: intent.account, of: 'the cluster' },
      });
    if (certificateArn && intent.service.targetPort === 443)
      refuse(
        ['service', 'targetPort'],
        'must be where the pods listen for plain HTTP, not 443: with a certificate, TLS ends at the load balancer',
      );
    if (externalDns && !externalDns.issuer.includes(`.eks.${region}.`))
      refuse(
        ['externalDns', 'issuer'],
        `must be of region ${quoteForMessage(region)}, that of the cluster`,
      );
    if (intent.infrastructure.path === intent.manifest.path)
      refuse(['infrastructure', 'path'], 'must differ from the manifest path');
  });

/** A cluster's public entrance, read and with defaults. @public */
export type AwsPublicEntranceIntent = z.output<
  typeof awsPublicEntranceIntentSchema
>;
/** A cluster's public entrance, as a form gives it. @public */
export type AwsPublicEntranceInput = z.input<
  typeof awsPublicEntranceIntentSchema
>;
