import { z } from 'zod';
import {
  awsAccountIdSchema,
  awsPartitionSchema,
  awsRegionSchema,
} from '../values/aws';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { clusterNameSchema, loadBalancerControllers } from './clusterProfile';
import { endpointServiceSchema } from './endpointService';
import { infrastructureSchema } from './infrastructure';
import { loadBalancerSchema } from './loadBalancer';
import { DEFAULT_OWNER_TAG, ownerTagSchema, refuseOwnerTag } from './ownerTag';
import { serviceSchema } from './service';

/** The form that the Kubernetes side takes. @public */
export const manifestForms = [
  'aws-load-balancer-controller',
  'in-tree',
  'istio-operator',
  'istio-helm-values',
  'gateway-api',
  'knative-kourier',
] as const;

/** The form that the Kubernetes side takes. @public */
export type ManifestForm = (typeof manifestForms)[number];

/**
 * One service's private way in over AWS PrivateLink: what the developer asks for, and all that the files may say.
 *
 * @public
 */
export const awsPrivateLinkExposureIntentSchema = z
  .object({
    entityRef: entityRefSchema,
    /** Key of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: clusterNameSchema,
    partition: awsPartitionSchema.default('aws'),
    account: awsAccountIdSchema,
    region: awsRegionSchema,
    manifest: z
      .object({
        form: z.enum(manifestForms),
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** Who makes the load balancer of a gateway form. Default the AWS Load Balancer Controller. */
        controller: z.enum(loadBalancerControllers).optional(),
        /** Class of the Gateway, for `gateway-api`. Default `istio`. */
        gatewayClassName: kubernetesNameSchema.optional(),
      })
      .strict(),
    /** The Service, or for `gateway-api` the Gateway, that gets the load balancer. */
    service: serviceSchema,
    loadBalancer: loadBalancerSchema.default({}),
    endpointService: endpointServiceSchema,
    infrastructure: infrastructureSchema,
  })
  .strict()
  .superRefine((intent, context) => {
    const refuse = (path: string[], message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { form, controller, gatewayClassName } = intent.manifest;
    const isServiceForm =
      form === 'aws-load-balancer-controller' || form === 'in-tree';
    if (isServiceForm && controller && controller !== form) {
      refuse(
        ['manifest', 'controller'],
        `must be '${form}' or left out with this form`,
      );
    }
    if (form !== 'gateway-api' && gatewayClassName) {
      refuse(
        ['manifest', 'gatewayClassName'],
        `is only for the form 'gateway-api'`,
      );
    }
    refuseOwnerTag(
      intent.ownerTag,
      [
        { path: ['loadBalancer', 'tags'], tags: intent.loadBalancer.tags },
        {
          path: ['endpointService', 'tags'],
          tags: intent.endpointService.tags,
        },
      ],
      context,
    );
    if (intent.infrastructure.path === intent.manifest.path) {
      refuse(['infrastructure', 'path'], 'must differ from the manifest path');
    }
    if (intent.endpointService.supportedRegions.includes(intent.region)) {
      refuse(
        ['endpointService', 'supportedRegions'],
        `must not name the service's own region`,
      );
    }
  });

/** One service's private way in over AWS PrivateLink, read and with defaults. @public */
export type AwsPrivateLinkExposureIntent = z.output<
  typeof awsPrivateLinkExposureIntentSchema
>;
/** One service's private way in over AWS PrivateLink, as a form gives it. @public */
export type AwsPrivateLinkExposureInput = z.input<
  typeof awsPrivateLinkExposureIntentSchema
>;
