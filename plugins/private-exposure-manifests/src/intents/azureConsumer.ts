import { z } from 'zod';
import {
  azureLocationSchema,
  azureNetworkNameSchema,
  azureResourceGroupNameSchema,
  azureSubscriptionIdSchema,
  privateLinkServiceAliasSchema,
  privateLinkServiceIdSchema,
} from '../values/azure';
import { hostNameSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { patternText, quoteForMessage, singleLineText } from '../values/text';
import {
  azureInfrastructureSchema,
  requestMessageSchema,
} from './azureInfrastructure';
import {
  azureTagNameSchema,
  azureTagsSchema,
  refuseAzureOwnerTag,
} from './azureTags';
import { resourceNameSchema } from './endpointService';
import { DEFAULT_OWNER_TAG } from './ownerTag';

const privateDnsSchema = z
  .object({
    /** The private DNS zone. */
    zone: hostNameSchema.refine(zone => !zone.startsWith('*.'), {
      message: `must be a zone's own name, without '*.'`,
    }),
    /** The name in it, such as `api`; `@` for the zone itself. */
    record: patternText({
      pattern:
        /^(@|\*|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$/,
      max: 100,
      expected: `a name in the zone such as 'api', or '@' for the zone itself`,
    }),
    /** Where the zone is, if it is there already; else it is made and linked to the network. */
    existingResourceGroup: azureResourceGroupNameSchema.optional(),
  })
  .strict();

/**
 * The consumer's side of a private service in Azure: a private endpoint, and a name that leads to it.
 *
 * @public
 */
export const azurePrivateLinkConsumerIntentSchema = z
  .object({
    /** The entity that consumes and owns the endpoint. */
    entityRef: entityRefSchema,
    /** Name of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: azureTagNameSchema.default(DEFAULT_OWNER_TAG),
    /** The entity that is consumed, where it is known. */
    providerEntityRef: entityRefSchema.optional(),
    reason: singleLineText({ max: 1000 }).optional(),
    name: resourceNameSchema,
    /** Subscription, resource group and location of the endpoint. */
    subscription: azureSubscriptionIdSchema,
    resourceGroup: azureResourceGroupNameSchema,
    location: azureLocationSchema,
    /** The private link service to connect to, by its alias or its id. */
    service: z.union([
      z.object({ alias: privateLinkServiceAliasSchema }).strict(),
      z.object({ id: privateLinkServiceIdSchema }).strict(),
    ]),
    network: z
      .object({
        resourceGroup: azureResourceGroupNameSchema,
        vnet: azureNetworkNameSchema,
        subnet: azureNetworkNameSchema,
      })
      .strict(),
    /** What the endpoint says when it asks to be connected. */
    requestMessage: requestMessageSchema,
    privateDns: privateDnsSchema.optional(),
    tags: azureTagsSchema,
    infrastructure: azureInfrastructureSchema,
  })
  .strict()
  .superRefine((intent, context) => {
    refuseAzureOwnerTag(intent, context);
    const group = intent.privateDns?.existingResourceGroup;
    // A Bicep file is deployed to one resource group; another one takes a module of its own.
    if (
      intent.infrastructure.format === 'bicep' &&
      group !== undefined &&
      group.toLowerCase() !== intent.resourceGroup.toLowerCase()
    ) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['privateDns', 'existingResourceGroup'],
        message: `must be ${quoteForMessage(
          intent.resourceGroup,
        )}, where the endpoint is, with Bicep; use Terraform for a zone elsewhere`,
      });
    }
  });

/** The consumer's side, read and with defaults. @public */
export type AzurePrivateLinkConsumerIntent = z.output<
  typeof azurePrivateLinkConsumerIntentSchema
>;
/** The consumer's side, as a form gives it. @public */
export type AzurePrivateLinkConsumerInput = z.input<
  typeof azurePrivateLinkConsumerIntentSchema
>;
