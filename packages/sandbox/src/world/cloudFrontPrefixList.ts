import { createHash } from 'node:crypto';

/** The list of the addresses from which CloudFront asks origins, which AWS keeps in every region. @public */
export const CLOUDFRONT_PREFIX_LIST =
  'com.amazonaws.global.cloudfront.origin-facing';

/** The id of that list in a region; the same each time. @public */
export function cloudFrontPrefixListId(region: string): string {
  const hash = createHash('sha256').update(region).digest('hex');
  return `pl-${hash.slice(0, 8)}`;
}
