import { z } from 'zod';
import { singleLineText } from '../values/text';

/** Some resources take no more, DNS zones and Front Door among them; one is the owner tag. */
const MOST_TAGS = 15;

/**
 * Name of a tag in Azure.
 *
 * @remarks https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 *
 * @public
 */
export const azureTagNameSchema = singleLineText({ max: 512 }).refine(
  name => name !== '' && !/[<>%&\\?/]/.test(name) && name.trim() === name,
  {
    message:
      'must be the name of a tag in Azure: at least one character, none of < > % & \\ ? / and no space around it',
  },
);

/** Tags besides the owner tag, which is always written from the entity; intents refuse it here. @public */
export const azureTagsSchema = z
  .record(azureTagNameSchema, singleLineText({ max: 256 }))
  .default({})
  .superRefine((tags, context) => {
    const names = Object.keys(tags).map(name => name.toLowerCase());
    if (names.length >= MOST_TAGS) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: `must be at most ${
          MOST_TAGS - 1
        } tags: DNS zones and Front Door take ${MOST_TAGS}`,
      });
    }
    if (new Set(names).size !== names.length) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: 'must not name a tag twice; their case does not count',
      });
    }
  });

/**
 * Refuses tags of an intent that would replace its owner tag.
 *
 * @internal
 */
export function refuseAzureOwnerTag(
  { ownerTag, tags }: { ownerTag: string; tags: Record<string, string> },
  context: z.RefinementCtx,
): void {
  for (const name of Object.keys(tags)) {
    if (name.toLowerCase() === ownerTag.toLowerCase()) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['tags', name],
        message: 'is written by Postern; leave it out',
      });
    }
  }
}
