import { z } from 'zod';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { patternText, singleLineText } from '../values/text';
import { DEFAULT_OWNER_TAG, ownerTagSchema } from './ownerTag';

/**
 * Full name of a cloud resource: an ARN, or an ARM id. A comma would make two of it where it is written down.
 *
 * @public
 */
export const nativeIdSchema = patternText({
  pattern: /^(arn:|\/subscriptions\/)[\p{L}\p{N}/_.:+=@()-]+$/u,
  max: 1000,
  expected: `the ARN or ARM id of a resource`,
});

const word = (expected: string) =>
  patternText({
    pattern: /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    max: 63,
    expected,
  });

/**
 * A cloud resource that an entity of the catalog takes for its own: an annotation on the entity, or a new entity with
 * it.
 *
 * @public
 */
export const catalogClaimIntentSchema = z
  .object({
    /** Whose it is to be. */
    entityRef: entityRefSchema,
    /** Key of the annotation that names resources of this kind. */
    annotation: patternText({
      pattern: /^[a-z0-9.-]{1,190}\/[a-z0-9-]{1,60}$/,
      max: 253,
      expected: `the key of an annotation`,
    }),
    /** The resource. */
    nativeId: nativeIdSchema,
    /** The catalog file that has the entity, or gets it. */
    path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
    /** For an entity that is not there yet; left out, the file must hold it. */
    component: z
      .object({
        /** The group or user that owns it. */
        owner: entityRefSchema,
        type: word('the type of a component such as service').default(
          'service',
        ),
        lifecycle: word('a lifecycle such as production').default('production'),
        description: singleLineText({ max: 500 }).optional(),
      })
      .strict()
      .optional(),
    /** Key of the tag that confirms the claim. */
    ownerTag: ownerTagSchema.default(DEFAULT_OWNER_TAG),
    reason: singleLineText({ max: 1000 }).optional(),
  })
  .strict()
  .superRefine(({ entityRef, component }, context) => {
    if (component && !entityRef.startsWith('component:')) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['entityRef'],
        message: 'must be a component where a new one is made',
      });
    }
  });

/** A claim, as read. @public */
export type CatalogClaimIntent = z.output<typeof catalogClaimIntentSchema>;
/** A claim, as a form gives it. @public */
export type CatalogClaimInput = z.input<typeof catalogClaimIntentSchema>;
