import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsPartitionSchema,
  awsRegionSchema,
} from '../values/aws';
import { hostNameSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema, portNumberSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { applicationLoadBalancerSchema } from './applicationLoadBalancer';
import { clusterNameSchema } from './clusterProfile';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { refuseElsewhere, type Refuse } from './refuseElsewhere';
import { serviceSchema } from './service';
import { routePathsSchema } from './sharedRoute';

const awsLoadBalancerFields = z
  .object({
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: clusterNameSchema,
    partition: awsPartitionSchema.default('aws'),
    /** Account of the cluster. */
    account: awsAccountIdSchema,
    /** Account that the load balancer is made in: that of the subnets. Default the cluster's. */
    loadBalancerAccount: awsAccountIdSchema.optional(),
    region: awsRegionSchema,
    /** The file with the Service and the Ingress. */
    manifest: z
      .object({ path: filePathSchema({ extensions: ['.yaml', '.yml'] }) })
      .strict(),
    /** The Service, reached inside the cluster alone. */
    service: serviceSchema,
    ingress: z
      .object({
        /** Default the Service's name. */
        name: kubernetesNameSchema.optional(),
        /** Default `alb`. */
        ingressClassName: kubernetesNameSchema.default('alb'),
        /** The only host that is answered; every one unless given. */
        host: hostNameSchema.optional(),
        /** Default all: `/`. */
        paths: routePathsSchema,
        /** Port of the Service. Default its first. */
        port: portNumberSchema.optional(),
      })
      .strict()
      .default({}),
    loadBalancer: applicationLoadBalancerSchema.default({}),
  })
  .strict();

type Fields = z.output<typeof awsLoadBalancerFields>;

/** Account in which the load balancer stands. @internal */
export function loadBalancerAccountOf(
  intent: Pick<Fields, 'account' | 'loadBalancerAccount'>,
): string {
  return intent.loadBalancerAccount ?? intent.account;
}

/** Whether the load balancer stands in another account than the cluster. @internal */
export function isAcrossAccounts(
  intent: Pick<Fields, 'account' | 'loadBalancerAccount'>,
): boolean {
  return loadBalancerAccountOf(intent) !== intent.account;
}

/** What the controller can't do with things of two accounts. */
function refuseAcross({ loadBalancer }: Fields, refuse: Refuse): void {
  const { subnets, securityGroups, targetType } = loadBalancer;
  if (subnets.length === 0) {
    refuse(
      ['loadBalancer', 'subnets'],
      'must be named, two or more: across accounts none are found by their tags',
    );
  }
  if (securityGroups.length === 0) {
    refuse(
      ['loadBalancer', 'securityGroups'],
      'must be named: across accounts the controller makes none',
    );
  }
  if (targetType === 'instance') {
    refuse(
      ['loadBalancer', 'targetType'],
      `must be 'ip': a load balancer takes no instances of another account`,
    );
  }
  if (loadBalancer.manageBackendRules) {
    refuse(
      ['loadBalancer', 'manageBackendRules'],
      `must be false: the security groups of the pods are another account's, which opens them itself`,
    );
  }
}

/** What a load balancer takes of its own account and region alone. */
function refuseArnsElsewhere(intent: Fields, refuse: Refuse): void {
  const { loadBalancer, region } = intent;
  const account = loadBalancerAccountOf(intent);
  const { certificates, webAclArn } = loadBalancer;
  const arns = [
    ...certificates.map((arn, index) => ({ at: ['certificates', index], arn })),
    ...(webAclArn === undefined ? [] : [{ at: ['webAclArn'], arn: webAclArn }]),
  ];
  for (const { at, arn } of arns) {
    refuseElsewhere(refuse, {
      ...{ path: ['loadBalancer', ...at], arn, region, account },
      of: 'the load balancer',
    });
  }
}

/**
 * One service behind an Application Load Balancer of its own account or of another, which shares its subnets.
 *
 * @public
 */
export const awsLoadBalancerIntentSchema = awsLoadBalancerFields.superRefine(
  (intent, context) => {
    const refuse: Refuse = (path, message) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    refuseOwnerTag(
      intent.ownerTag,
      [{ path: ['loadBalancer', 'tags'], tags: intent.loadBalancer.tags }],
      context,
    );
    refuseArnsElsewhere(intent, refuse);
    if (isAcrossAccounts(intent)) refuseAcross(intent, refuse);
  },
);

/** One service behind an Application Load Balancer, read and with defaults. @public */
export type AwsLoadBalancerIntent = z.output<
  typeof awsLoadBalancerIntentSchema
>;
/** One service behind an Application Load Balancer, as a form gives it. @public */
export type AwsLoadBalancerInput = z.input<typeof awsLoadBalancerIntentSchema>;
