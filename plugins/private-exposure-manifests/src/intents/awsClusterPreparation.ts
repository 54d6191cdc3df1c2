import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsPartitionSchema,
  awsRegionSchema,
  securityGroupIdSchema,
  subnetIdSchema,
  vpcIdSchema,
} from '../values/aws';
import { cidrSchema, parseCidr } from '../values/cidr';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import {
  clusterIssuerSchema,
  iamPolicyArnSchema,
  iamRoleArnSchema,
  iamRoleNameSchema,
} from '../values/iam';
import {
  kubernetesNameSchema,
  portNumberSchema,
  serviceNameSchema,
} from '../values/kubernetes';
import { placeOfArn } from '../values/loadBalancer';
import { quoteForMessage, singleLineText } from '../values/text';
import { clusterNameSchema } from './clusterProfile';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { tagsSchema } from './loadBalancer';
import { uniqueList } from './uniqueList';

const manifestPathSchema = filePathSchema({ extensions: ['.yaml', '.yml'] });

const infrastructureSchema = z.discriminatedUnion('format', [
  z
    .object({
      format: z.literal('terraform'),
      /** What the account with the load balancers gets. */
      loadBalancerPath: filePathSchema({ extensions: ['.tf'] }),
      /** What the cluster's account gets. */
      clusterPath: filePathSchema({ extensions: ['.tf'] }),
      /** Roles that the pipeline takes on in each account; its own credentials do unless given. */
      loadBalancerRoleArn: iamRoleArnSchema.optional(),
      clusterRoleArn: iamRoleArnSchema.optional(),
      /** Whether the module has the providers of both accounts already. Default `false`: they are written. */
      providersDeclared: z.boolean().default(false),
    })
    .strict(),
  z
    .object({
      format: z.literal('cloudformation'),
      loadBalancerPath: filePathSchema({
        extensions: ['.json', '.yaml', '.yml'],
      }),
      clusterPath: filePathSchema({ extensions: ['.json', '.yaml', '.yml'] }),
    })
    .strict(),
]);

const controllerSchema = z
  .object({
    /** The one service account that may have the role. Default that of the controller's Helm chart. */
    serviceAccount: z
      .object({
        name: serviceNameSchema.default('aws-load-balancer-controller'),
        namespace: kubernetesNameSchema.default('kube-system'),
      })
      .strict()
      .default({}),
    /** Default `<cluster>-load-balancers`, cut to 64 characters. */
    roleName: iamRoleNameSchema.optional(),
    permissionsBoundaryArn: iamPolicyArnSchema.optional(),
    /** Whether the controller may put load balancers behind web ACLs. Default `false`. */
    firewall: z.boolean().default(false),
    /** The file with the service account. */
    manifestPath: manifestPathSchema,
    /** The values of the controller's Helm chart. */
    valuesPath: manifestPathSchema,
  })
  .strict();

/** What a subnet may have at most (Amazon VPC guide, "Subnet CIDR blocks"). */
const WIDEST_SUBNET = { ipv4: 16, ipv6: 44 };

const subnetNetworkSchema = cidrSchema.superRefine((text, context) => {
  const cidr = parseCidr(text);
  if (!cidr || cidr.prefixLength >= WIDEST_SUBNET[cidr.family]) return;
  context.addIssue({
    code: z.ZodIssueCode.custom,
    message: `must be the network of a subnet, which has at least /${
      WIDEST_SUBNET[cidr.family]
    }: the pods would be open to others too`,
  });
});

/** One network in two spellings is one rule, which EC2 takes once. */
const subnetNetworksSchema = uniqueList(subnetNetworkSchema, {
  min: 1,
  max: 20,
}).superRefine((texts, context) => {
  const networks = texts.map(text => JSON.stringify(parseCidr(text)));
  networks.forEach((network, index) => {
    const first = networks.indexOf(network);
    if (first === index || texts[first] === texts[index]) return;
    context.addIssue({
      code: z.ZodIssueCode.custom,
      path: [index],
      message: `is the network ${quoteForMessage(texts[first])} once more`,
    });
  });
});

const podsSchema = z
  .object({
    /** Group of the pods, or of their nodes. */
    securityGroup: securityGroupIdSchema,
    /** Ports on which the pods are reached. */
    ports: uniqueList(portNumberSchema, { min: 1, max: 20 }),
    /** The load balancers' groups, or the networks of their subnets. */
    from: z.discriminatedUnion('type', [
      z
        .object({
          type: z.literal('security-groups'),
          ids: uniqueList(securityGroupIdSchema, { min: 1, max: 5 }),
        })
        .strict(),
      z
        .object({
          type: z.literal('networks'),
          cidrs: subnetNetworksSchema,
        })
        .strict(),
    ]),
  })
  .strict();

/**
 * What lets the AWS Load Balancer Controller of a cluster make load balancers in another account, whose subnets the
 * cluster uses; once per cluster.
 *
 * @public
 */
export const awsClusterPreparationIntentSchema = z
  .object({
    /** The owner of what is made: the cluster's entity, usually. */
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: clusterNameSchema,
    partition: awsPartitionSchema.default('aws'),
    /** Account of the cluster. */
    account: awsAccountIdSchema,
    /** Account that owns the VPC, and gets the load balancers. */
    loadBalancerAccount: awsAccountIdSchema,
    region: awsRegionSchema,
    issuer: clusterIssuerSchema,
    vpc: vpcIdSchema,
    /** Subnets that the cluster's account is to share. Empty: it shares them already. Default empty. */
    sharedSubnets: uniqueList(subnetIdSchema, { max: 50 }).default([]),
    controller: controllerSchema,
    /** The way from the load balancers to the pods. */
    pods: podsSchema,
    tags: tagsSchema,
    infrastructure: infrastructureSchema,
  })
  .strict()
  .superRefine((intent, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { account, loadBalancerAccount, region, infrastructure } = intent;
    refuseOwnerTag(
      intent.ownerTag,
      [{ path: ['tags'], tags: intent.tags }],
      context,
    );
    if (account === loadBalancerAccount) {
      refuse(
        ['loadBalancerAccount'],
        `must be another account than the cluster's; within one the controller needs none of this`,
      );
    }
    if (!intent.issuer.includes(`.eks.${region}.`)) {
      refuse(
        ['issuer'],
        `must be of region ${quoteForMessage(region)}, that of the cluster`,
      );
    }
    checkPaths(intent, refuse);
    if (infrastructure.format !== 'terraform') return;
    const roles = [
      ['loadBalancerRoleArn', loadBalancerAccount],
      ['clusterRoleArn', account],
    ] as const;
    for (const [field, wanted] of roles) {
      const arn = infrastructure[field];
      if (arn !== undefined && placeOfArn(arn).account !== wanted) {
        refuse(
          ['infrastructure', field],
          `must be of account ${quoteForMessage(wanted)}`,
        );
      }
    }
  });

function checkPaths(
  intent: {
    controller: z.output<typeof controllerSchema>;
    infrastructure: z.output<typeof infrastructureSchema>;
  },
  refuse: (path: string[], message: string) => void,
): void {
  const { controller, infrastructure } = intent;
  const paths = [
    ['infrastructure', 'loadBalancerPath', infrastructure.loadBalancerPath],
    ['infrastructure', 'clusterPath', infrastructure.clusterPath],
    ['controller', 'manifestPath', controller.manifestPath],
    ['controller', 'valuesPath', controller.valuesPath],
  ];
  paths.forEach(([part, field, path], index) => {
    if (paths.findIndex(other => other[2] === path) < index)
      refuse([part, field], 'is the path of another file of this preparation');
  });
}

/** What prepares a cluster for load balancers in another account, read and with defaults. @public */
export type AwsClusterPreparationIntent = z.output<
  typeof awsClusterPreparationIntentSchema
>;
/** What prepares a cluster for load balancers in another account, as a form gives it. @public */
export type AwsClusterPreparationInput = z.input<
  typeof awsClusterPreparationIntentSchema
>;
