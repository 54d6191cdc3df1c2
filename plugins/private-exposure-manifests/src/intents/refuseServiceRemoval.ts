import { z } from 'zod';

/**
 * Refuses to remove a Service that the manifest is not the source of.
 *
 * @param options.plainForms - Forms of manifests that are the Service itself.
 * @internal
 */
export function refuseServiceRemoval(
  manifest: { form: string; service: 'cluster-ip' | 'remove' },
  context: z.RefinementCtx,
  { plainForms }: { plainForms: readonly string[] },
): void {
  if (manifest.service !== 'remove' || plainForms.includes(manifest.form))
    return;
  context.addIssue({
    code: z.ZodIssueCode.custom,
    path: ['manifest', 'service'],
    message: `must be 'cluster-ip' with the form '${manifest.form}', whose Service something else makes`,
  });
}
