import { z } from 'zod';
import { ClusterProfile, clusterProfileSchema } from './clusterProfile';

/**
 * A cluster in EKS Auto Mode, which makes load balancers for Services itself.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
 *
 * @public
 */
export const autoModeClusterProfileSchema = clusterProfileSchema
  .extend({
    controller: z.object({ type: z.literal('eks-auto-mode') }).strict(),
  })
  .strict();

/** What a manifest will meet in a cluster in EKS Auto Mode. @public */
export type AutoModeClusterProfile = z.output<
  typeof autoModeClusterProfileSchema
>;

/** What a manifest will meet in a cluster of any kind; `controller.type` says of which. @public */
export type AnyClusterProfile = ClusterProfile | AutoModeClusterProfile;

/** Whether a profile is of a cluster in EKS Auto Mode. @public */
export function isAutoModeProfile(
  profile: AnyClusterProfile,
): profile is AutoModeClusterProfile {
  return profile.controller.type === 'eks-auto-mode';
}
