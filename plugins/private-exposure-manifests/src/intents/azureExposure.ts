import { z } from 'zod';
import {
  azureClusterNameSchema,
  azureLocationSchema,
  azureNetworkNameSchema,
  azurePrivateLinkServiceNameSchema,
  azureResourceGroupNameSchema,
  azureSubscriptionIdSchema,
} from '../values/azure';
import { cidrSchema, ipv4AddressSchema } from '../values/cidr';
import { hostNameSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { kubernetesNameSchema } from '../values/kubernetes';
import { singleLineText } from '../values/text';
import { azureHealthProbeSchema } from './azureHealthProbe';
import { serviceSchema } from './service';
import { uniqueList } from './uniqueList';

/** The form that the Kubernetes side takes in a cluster on Azure. @public */
export const azureManifestForms = [
  'cloud-provider-azure',
  'istio-operator',
  'istio-helm-values',
  'gateway-api',
  'knative-kourier',
] as const;

/** The form that the Kubernetes side takes in a cluster on Azure. @public */
export type AzureManifestForm = (typeof azureManifestForms)[number];

/** Azure's own limits of a private link service's addresses. */
const ADDRESSES = { min: 1, max: 8 };

/**
 * The internal load balancer behind a private link service.
 *
 * @remarks https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
 *
 * @public
 */
export const azureLoadBalancerSchema = z
  .object({
    /** Name of the subnet for its address; the cluster's unless given. */
    subnet: azureNetworkNameSchema.optional(),
    /** Its address. A fixed one stays when the Service is made anew, and the private link service with it. */
    address: ipv4AddressSchema.optional(),
    /** Networks that may reach it directly; everybody in the network unless given. */
    sourceRanges: uniqueList(cidrSchema).default([]),
    healthProbe: azureHealthProbeSchema.optional(),
  })
  .strict();

/**
 * A private link service as the annotations `azure-pls-*` describe it.
 *
 * @remarks https://cloud-provider-azure.sigs.k8s.io/topics/pls-integration/
 *
 * @public
 */
export const azurePrivateLinkServiceSchema = z
  .object({
    /** Its name in Azure; it can't be changed later. */
    name: azurePrivateLinkServiceNameSchema,
    /** Where it is made, if not beside the load balancer. The cluster's identity needs rights there. */
    resourceGroup: azureResourceGroupNameSchema.optional(),
    /** Name of the subnet for the addresses by which the service sees its consumers; the load balancer's unless given. */
    subnet: azureNetworkNameSchema.optional(),
    /** How many addresses; each carries about 64,000 connections, and none can be taken away later. */
    addressCount: z
      .number()
      .int('must be a whole number')
      .min(ADDRESSES.min, `must be from ${ADDRESSES.min} to ${ADDRESSES.max}`)
      .max(ADDRESSES.max, `must be from ${ADDRESSES.min} to ${ADDRESSES.max}`)
      .optional(),
    /** Addresses that are fixed; Azure chooses the others. The first is the primary one. */
    addresses: uniqueList(ipv4AddressSchema, { max: ADDRESSES.max }).default(
      [],
    ),
    /** Names that consumers may use for it. */
    fqdns: uniqueList(hostNameSchema, { max: 20 }).default([]),
    /** Whether pods get a PROXY protocol v2 header with the consumer's link id. Default `false`. */
    proxyProtocol: z.boolean().default(false),
    /** Who may ask to connect by the alias: subscriptions, or `*` for everybody. Default nobody who has no rights on it. */
    visibility: uniqueList(
      z.union([z.literal('*'), azureSubscriptionIdSchema], {
        errorMap: () => ({
          message: `must be '*', or the id of a subscription such as '00000000-0000-0000-0000-000000000000'`,
        }),
      }),
      { max: 100 },
    ).default([]),
    /** Subscriptions whose connections wait for nobody; a part of those that see it. Default none. */
    autoApproval: uniqueList(azureSubscriptionIdSchema, { max: 100 }).default(
      [],
    ),
  })
  .strict()
  .superRefine((service, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path, message });
    const { visibility, autoApproval, addresses, addressCount } = service;
    const isForAll = visibility.includes('*');
    if (isForAll && visibility.length > 1) {
      refuse(['visibility'], `must be '*' alone: it makes all others void`);
    }
    const seen = visibility.map(id => id.toLowerCase());
    autoApproval.forEach((id, index) => {
      if (isForAll || seen.includes(id.toLowerCase())) return;
      refuse(
        ['autoApproval', index],
        'must be among those that see the service (visibility); Azure refuses it else',
      );
    });
    if (addressCount !== undefined && addresses.length > addressCount) {
      refuse(
        ['addresses'],
        `must be at most as many as addressCount (${addressCount})`,
      );
    }
  });

/** A private link service, read and with defaults. @public */
export type AzurePrivateLinkServiceIntent = z.output<
  typeof azurePrivateLinkServiceSchema
>;

/**
 * One service's private way in over Azure Private Link: what the developer asks for, and all that the manifest may say.
 * There is no infrastructure code: the cloud provider makes the load balancer and the private link service.
 *
 * @public
 */
export const azurePrivateLinkExposureIntentSchema = z
  .object({
    entityRef: entityRefSchema,
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: azureClusterNameSchema,
    subscription: azureSubscriptionIdSchema,
    /** Where the controller makes load balancers; AKS calls it the node resource group. */
    resourceGroup: azureResourceGroupNameSchema,
    location: azureLocationSchema,
    manifest: z
      .object({
        form: z.enum(azureManifestForms),
        path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
        /** Class of the Gateway, for `gateway-api`. Default `istio`. */
        gatewayClassName: kubernetesNameSchema.optional(),
      })
      .strict(),
    /** The Service, or for `gateway-api` the Gateway, that gets the load balancer. */
    service: serviceSchema,
    loadBalancer: azureLoadBalancerSchema.default({}),
    privateLinkService: azurePrivateLinkServiceSchema,
  })
  .strict()
  .superRefine(({ manifest: { form, gatewayClassName } }, context) => {
    if (form !== 'gateway-api' && gatewayClassName) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['manifest', 'gatewayClassName'],
        message: `is only for the form 'gateway-api'`,
      });
    }
  });

/** One service's private way in over Azure Private Link, read and with defaults. @public */
export type AzurePrivateLinkExposureIntent = z.output<
  typeof azurePrivateLinkExposureIntentSchema
>;
/** One service's private way in over Azure Private Link, as a form gives it. @public */
export type AzurePrivateLinkExposureInput = z.input<
  typeof azurePrivateLinkExposureIntentSchema
>;
