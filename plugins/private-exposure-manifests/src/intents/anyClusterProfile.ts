import { z } from 'zod';
import {
  AzureClusterProfile,
  azureClusterProfileSchema,
} from './azureClusterProfile';
import { ClusterProfile, clusterProfileSchema } from './clusterProfile';

const autoModeControllerSchema = z
  .object({ type: z.literal('eks-auto-mode') })
  .strict();

/**
 * A cluster in EKS Auto Mode, which makes load balancers for Services itself.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
 *
 * @public
 */
export const autoModeClusterProfileSchema = clusterProfileSchema
  .extend({ controller: autoModeControllerSchema })
  .strict();

/** What a manifest will meet in a cluster in EKS Auto Mode. @public */
export type AutoModeClusterProfile = z.output<
  typeof autoModeClusterProfileSchema
>;

/** What a manifest will meet in a cluster of any kind; `cloud` and `controller.type` say of which. @public */
export type AnyClusterProfile =
  | ClusterProfile
  | AutoModeClusterProfile
  | AzureClusterProfile;

/** Whether a profile is of a cluster in EKS Auto Mode. @public */
export function isAutoModeProfile(
  profile: AnyClusterProfile,
): profile is AutoModeClusterProfile {
  return profile.controller.type === 'eks-auto-mode';
}

/** A profile that names no cloud is of a cluster on AWS, as all were before there were others. */
function withCloud(profile: unknown): unknown {
  const isTable =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile);
  return isTable ? { cloud: 'aws', ...profile } : profile;
}

// The controllers part inside, so that a message names the field that is wrong; the type parts outside.
const partedInside = z.discriminatedUnion('cloud', [
  clusterProfileSchema.extend({
    cloud: z.literal('aws'),
    controller: z.discriminatedUnion('type', [
      clusterProfileSchema.shape.controller,
      autoModeControllerSchema,
    ]),
  }),
  azureClusterProfileSchema,
]);

/**
 * The profile of a cluster of any kind: `cloud` says which, and is `aws` where it is missing.
 *
 * @public
 */
export const anyClusterProfileSchema = z
  .preprocess(withCloud, partedInside)
  .transform(profile => profile as AnyClusterProfile);
