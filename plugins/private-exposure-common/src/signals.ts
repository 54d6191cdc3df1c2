/**
 * The channel on which the backend says that something about an entity's exposures changed.
 *
 * @public
 */
export const PRIVATE_EXPOSURE_SIGNAL_CHANNEL = 'private-exposure';

/**
 * What is sent on {@link PRIVATE_EXPOSURE_SIGNAL_CHANNEL}. It carries no data: pages ask again, with their own
 * permissions.
 *
 * @public
 */
export type PrivateExposureSignal = {
  /** Entities whose page should ask again. Empty: only listings changed. */
  entityRefs: string[];
};
