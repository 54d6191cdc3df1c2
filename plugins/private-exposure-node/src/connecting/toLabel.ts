/**
 * A name for a resource in Terraform or Bicep: letters, digits and underscores, a letter first.
 *
 * @public
 */
export function toLabel(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return /^[a-z]/.test(words) ? words : `service_${words}`.replace(/_+$/, '');
}
