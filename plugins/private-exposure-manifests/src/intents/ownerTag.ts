import { z } from 'zod';
import { awsTagKeySchema } from '../values/aws';

/** Key of the tag that names the owner of a cloud resource, unless an intent chooses another. @public */
export const DEFAULT_OWNER_TAG = 'backstage-entity-ref';

/**
 * Whether a controller keeps the tag to itself. The AWS Load Balancer Controller refuses tags with the keys by which it
 * knows its own resources again.
 *
 * @internal
 */
export function isControllerTag(key: string): boolean {
  return /^(elbv2|service|ingress)\.k8s\.aws\//.test(key);
}

/**
 * Key of the tag that names the owner of a cloud resource: a tag's key (at most 127 characters, as the EC2 API's `Tag`
 * has it) that nothing else is written to.
 *
 * @public
 */
export const ownerTagSchema = awsTagKeySchema.superRefine((key, context) => {
  if (key === 'Name' || isControllerTag(key)) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message:
        key === 'Name'
          ? `must not be 'Name', which holds the resource's name`
          : 'must not be a tag that the load balancer controller writes',
    });
  }
});

/**
 * Refuses tags of an intent that would replace its owner tag.
 *
 * @param tags - tags by the path of their field
 * @internal
 */
export function refuseOwnerTag(
  ownerTag: string,
  tags: readonly { path: string[]; tags: Record<string, string> }[],
  context: z.RefinementCtx,
): void {
  for (const { path, tags: chosen } of tags) {
    if (Object.hasOwn(chosen, ownerTag)) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: [...path, ownerTag],
        message: 'is written by Postern; leave it out',
      });
    }
  }
}
