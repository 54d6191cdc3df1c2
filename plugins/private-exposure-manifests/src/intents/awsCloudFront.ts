import { z } from 'zod';
import { awsAccountIdSchema, awsRegionSchema } from '../values/aws';
import {
  CLOUDFRONT_REGION,
  bucketNameSchema,
  kmsKeyArnSchema,
} from '../values/cloudFront';
import { isWithinDomain, plainHostSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { placeOfArn } from '../values/loadBalancer';
import { patternText, quoteForMessage, singleLineText } from '../values/text';
import {
  cloudFrontOriginSchema,
  publishedPathsSchema,
  publishedPortSchema,
} from './cloudFrontOrigin';
import { clusterNameSchema } from './clusterProfile';
import { infrastructureSchema } from './infrastructure';
import { tagsSchema } from './loadBalancer';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { refuseElsewhere, type Refuse } from './refuseElsewhere';
import { refuseGroupName } from './refuseGroupName';
import { refuseOtherPartition } from './refuseOtherPartition';
import { serviceSchema } from './service';
import { sharedProfileFields } from './sharedProfileFields';
import { namespaceOfRoute } from './sharedRoute';
import { uniqueList } from './uniqueList';
import { webAclSchema } from './webAcl';

/**
 * What CloudFront keeps of answers. `disabled`: nothing; `optimized`: everything, for a day unless the service says
 * otherwise; `origin`: what the service says.
 *
 * @public
 */
export const cachingModes = ['disabled', 'optimized', 'origin'] as const;

/** The least that a browser must speak, as CloudFront names it. @public */
export const viewerTlsPolicies = [
  'TLSv1.2_2021',
  'TLSv1.2_2025',
  'TLSv1.3_2025',
] as const;

/** Name of a distribution and of all that belongs to it. @public */
export const cloudFrontNameSchema = patternText({
  pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  max: 40,
  expected:
    'lower case letters, digits and single -, a letter first, at most 40',
});

/** Days that the product offers of those that CloudWatch Logs takes (API, PutRetentionPolicy). */
const RETENTIONS = [30, 90, 180, 365, 731, 1827];

const logsSchema = z
  .object({
    /** Default 365. */
    retentionDays: z
      .number()
      .refine(days => RETENTIONS.includes(days), {
        message: `must be one of ${RETENTIONS.join(', ')}`,
      })
      .default(365),
    /** Key in us-east-1 that encrypts the log groups; its policy must let CloudWatch Logs use it. */
    kmsKeyArn: kmsKeyArnSchema.optional(),
    /** Bucket for the distribution's log, with access lists on. Unless given, it goes to a log group. */
    bucket: bucketNameSchema.optional(),
  })
  .strict()
  .default({});

/**
 * A service published through CloudFront and AWS WAF.
 *
 * @public
 */
export const awsCloudFrontIntentSchema = z
  .object({
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    name: cloudFrontNameSchema,
    cluster: clusterNameSchema,
    account: awsAccountIdSchema,
    region: awsRegionSchema,
    /** Prefix that the cluster's external-dns reads; unless given, nothing keeps it from the published names. */
    externalDnsPrefix: sharedProfileFields.externalDnsPrefix,
    /** Names under which it is published. */
    hostNames: uniqueList(plainHostSchema, { min: 1, max: 10 }),
    /** The hosted zone in Route 53 that all of them lie in. */
    zone: plainHostSchema,
    paths: publishedPathsSchema,
    /** Port of the Service. Default 80. */
    port: publishedPortSchema,
    service: serviceSchema,
    manifest: z
      .object({
        /** File of the Service, and of the Ingress where one is made. */
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** Class of the Ingress that makes an internal load balancer. Default `alb`. */
        ingressClassName: patternText({
          pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
          max: 63,
          expected: 'the name of an IngressClass',
        }).default('alb'),
      })
      .strict(),
    origin: cloudFrontOriginSchema,
    caching: z.enum(cachingModes).default('disabled'),
    /** Whether plain HTTP is answered with the address for HTTPS, rather than refused. Default `false`. */
    redirectHttp: z.boolean().default(false),
    tlsPolicy: z.enum(viewerTlsPolicies).default('TLSv1.2_2021'),
    webAcl: webAclSchema.default({ type: 'own' }),
    logs: logsSchema,
    tags: tagsSchema,
    infrastructure: infrastructureSchema,
    /** Whether the provider `aws.us_east_1` is declared elsewhere in the Terraform module. Default `false`. */
    usEast1Declared: z.boolean().default(false),
  })
  .strict()
  .superRefine((intent, context) => {
    const refuse: Refuse = (path, message) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { origin, zone, infrastructure, manifest, service } = intent;
    refuseOwnerTag(
      intent.ownerTag,
      [{ path: ['tags'], tags: intent.tags }],
      context,
    );
    intent.hostNames.forEach((name, index) => {
      if (!isWithinDomain(name, zone))
        refuse(
          ['hostNames', index],
          `must lie in the zone ${quoteForMessage(zone)}`,
        );
    });
    refuseOtherPartition(intent.region, refuse);
    refuseArnsElsewhere(intent, refuse);
    if (infrastructure.path === manifest.path)
      refuse(['infrastructure', 'path'], 'must differ from the manifest path');
    if (
      service.ports &&
      !service.ports.some(({ port }) => port === intent.port)
    )
      refuse(['port'], 'must be one of the ports of the Service');
    if (origin.type === 'vpc-origin') {
      refuseVpcOrigin(intent, refuse);
      return;
    }
    if (namespaceOfRoute(origin.route) !== service.namespace)
      refuse(
        ['origin', 'route'],
        `must lie in ${quoteForMessage(
          service.namespace,
        )}, the namespace of the Service`,
      );
    if (origin.route.form === 'gateway-api' && intent.hostNames.length > 1)
      refuse(
        ['hostNames'],
        'must be one at a Gateway, whose route here is of one name; publish the others with routes of their own',
      );
    if (intent.hostNames.includes(origin.hostName))
      refuse(
        ['origin', 'hostName'],
        'must not be a published name: CloudFront would ask itself',
      );
  });

/** What CloudFront, its logs and its secret are refused of another region or account. */
function refuseArnsElsewhere(
  intent: Pick<
    AwsCloudFrontIntent,
    'account' | 'region' | 'infrastructure' | 'logs' | 'origin' | 'webAcl'
  >,
  refuse: Refuse,
): void {
  const { account, infrastructure, logs, origin, region, webAcl } = intent;
  if (webAcl.type === 'shared')
    refuseElsewhere(refuse, {
      ...{ path: ['webAcl', 'arn'], arn: webAcl.arn, account },
      of: 'the distribution',
    });
  if (logs.kmsKeyArn)
    refuseElsewhere(refuse, {
      ...{ path: ['logs', 'kmsKeyArn'], arn: logs.kmsKeyArn },
      ...{ region: CLOUDFRONT_REGION, of: 'the log groups' },
    });
  if (origin.type !== 'public-entrance') return;
  if (origin.route.form === 'aws-ingress-group' && origin.route.certificateArn)
    refuseElsewhere(refuse, {
      ...{ path: ['origin', 'route', 'certificateArn'], region, account },
      ...{ arn: origin.route.certificateArn, of: 'the entrance' },
    });
  if (!origin.secretHeader) return;
  const { secretArn } = origin.secretHeader;
  const isOfStack = placeOfArn(secretArn).region === CLOUDFRONT_REGION;
  // Secrets Manager knows a secret in its own region alone, and a module has these two providers.
  if (infrastructure.format === 'terraform' && !isOfStack)
    refuseElsewhere(refuse, {
      ...{ path: ['origin', 'secretHeader', 'secretArn'], arn: secretArn },
      ...{ region, of: `the cluster, or of ${CLOUDFRONT_REGION}` },
    });
}

function refuseVpcOrigin(
  intent: Pick<
    AwsCloudFrontIntent,
    'account' | 'name' | 'origin' | 'paths' | 'port' | 'region'
  >,
  refuse: Refuse,
): void {
  const { account, name, origin, paths, port, region } = intent;
  if (origin.type !== 'vpc-origin') return;
  if (origin.securityGroups.length === 0) {
    refuseGroupName(refuse, ['name'], name);
    if (origin.vpc === undefined)
      refuse(
        ['origin', 'vpc'],
        'is needed, for a security group is made in it; give it, or groups that are there',
      );
  }
  const { certificateArn } = origin;
  if (origin.loadBalancer === 'network') {
    // CloudFront asks origins at no other port (CloudFront API, CustomOriginConfig).
    if (port < 1024 && port !== 80 && port !== 443)
      refuse(['port'], 'must be 80, 443, or 1024 and above for CloudFront');
    // CloudFront takes no Network Load Balancer with a TLS listener; the service itself has to speak TLS.
    if (certificateArn)
      refuse(
        ['origin', 'certificateArn'],
        'must be left out: a Network Load Balancer behind CloudFront hands TLS through to the service',
      );
    if (paths.length > 1 || paths[0].path !== '/' || paths[0].type !== 'Prefix')
      refuse(
        ['paths'],
        `must be '/' alone: a Network Load Balancer knows no paths`,
      );
    return;
  }
  if (!certificateArn) return;
  if (origin.protocol === 'http')
    refuse(
      ['origin', 'certificateArn'],
      'must be left out with the protocol http',
    );
  else
    refuseElsewhere(refuse, {
      ...{ path: ['origin', 'certificateArn'], arn: certificateArn },
      ...{ region, account, of: 'the load balancer' },
    });
}

/** A service published through CloudFront, read and with defaults. @public */
export type AwsCloudFrontIntent = z.output<typeof awsCloudFrontIntentSchema>;
/** A service published through CloudFront, as a form gives it. @public */
export type AwsCloudFrontInput = z.input<typeof awsCloudFrontIntentSchema>;
