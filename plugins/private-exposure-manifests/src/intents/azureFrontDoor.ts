import { z } from 'zod';
import {
  azureLocationSchema,
  azureResourceGroupNameSchema,
  azureSubscriptionIdSchema,
  keyVaultIdSchema,
  privateLinkServiceIdSchema,
} from '../values/azure';
import { plainHostSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { portNumberSchema } from '../values/kubernetes';
import { patternText, singleLineText } from '../values/text';
import {
  azureInfrastructureSchema,
  requestMessageSchema,
} from './azureInfrastructure';
import {
  azureTagNameSchema,
  azureTagsSchema,
  refuseAzureOwnerTag,
} from './azureTags';
import { DEFAULT_OWNER_TAG } from './ownerTag';
import { uniqueList } from './uniqueList';

const pathPattern = (pattern: RegExp, expected: string) =>
  patternText({ pattern, max: 256, expected });

const originSchema = z
  .object({
    /** The private link service in front of the service; it must be there before Front Door asks to connect. */
    privateLinkServiceId: privateLinkServiceIdSchema,
    /** Where Front Door puts its private endpoint; best where the service is, in a region that Front Door offers for it. */
    location: azureLocationSchema,
    /** Name of the service. With HTTPS its certificate must be for this name, from a public authority. */
    hostName: plainHostSchema,
    /** What the service gets as the Host of each request. Default its name. */
    hostHeader: plainHostSchema.optional(),
    /** How Front Door speaks to the service. Default `https`. */
    protocol: z.enum(['https', 'http']).default('https'),
    /** Default 443, or 80 for HTTP. */
    port: portNumberSchema.optional(),
  })
  .strict();

/** The certificate of a domain: one that Front Door gets and renews, or one of a key vault. @public */
export const frontDoorCertificateSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('managed') }).strict(),
  z
    .object({
      type: z.literal('own'),
      vaultId: keyVaultIdSchema,
      /** Name of the certificate in the vault; its latest version is used. */
      certificateName: patternText({
        pattern: /^[A-Za-z0-9-]+$/,
        max: 127,
        expected: 'the name of a certificate (letters, digits and -)',
      }),
    })
    .strict(),
]);

/**
 * A service published through Azure Front Door Premium, which reaches it over a private link and through nothing else.
 *
 * @public
 */
export const azureFrontDoorIntentSchema = z
  .object({
    entityRef: entityRefSchema,
    /** Name of the tag that names the owner on all that is made. Default `backstage-entity-ref`. */
    ownerTag: azureTagNameSchema.default(DEFAULT_OWNER_TAG),
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    /** Name of the profile and of all that belongs to it; the endpoint's address begins with it. */
    name: patternText({
      pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      max: 40,
      expected:
        'lower case letters, digits and single -, a letter first, at most 40',
    }).refine(name => name.length > 1, {
      message: 'must be at least 2 characters',
    }),
    subscription: azureSubscriptionIdSchema,
    resourceGroup: azureResourceGroupNameSchema,
    origin: originSchema,
    /** What Front Door's private endpoint says when it asks to be connected. */
    requestMessage: requestMessageSchema,
    healthProbe: z
      .object({
        path: pathPattern(
          /^\/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*$/,
          `a path such as '/healthz'`,
        ).default('/'),
        /** Each of Front Door's places asks this often. Default 100. */
        intervalSeconds: z
          .number()
          .int('must be a whole number')
          .min(5, 'must be from 5 to 255')
          .max(255, 'must be from 5 to 255')
          .default(100),
        method: z.enum(['HEAD', 'GET']).default('HEAD'),
      })
      .strict()
      .default({}),
    /** Paths that are published. Default all. */
    patterns: uniqueList(
      pathPattern(
        /^\/([A-Za-z0-9._~!&'()+,;=:@%-]+\/)*([A-Za-z0-9._~!&'()+,;=:@%-]*|\*)$/,
        `a path such as '/api/*', with at most one * at its end`,
      ),
      { min: 1, max: 25 },
    ).default(['/*']),
    customDomain: z
      .object({
        hostName: plainHostSchema,
        certificate: frontDoorCertificateSchema.default({ type: 'managed' }),
      })
      .strict()
      .optional(),
    tags: azureTagsSchema,
    infrastructure: azureInfrastructureSchema,
  })
  .strict()
  .superRefine(refuseAzureOwnerTag);

/** A service published through Azure Front Door, read and with defaults. @public */
export type AzureFrontDoorIntent = z.output<typeof azureFrontDoorIntentSchema>;
/** A service published through Azure Front Door, as a form gives it. @public */
export type AzureFrontDoorInput = z.input<typeof azureFrontDoorIntentSchema>;
