/**
 * The channel on which the backend says that something about exposures changed.
 *
 * @public
 */
export const PRIVATE_EXPOSURE_SIGNAL_CHANNEL = 'private-exposure';

/**
 * What is sent on {@link PRIVATE_EXPOSURE_SIGNAL_CHANNEL}, to everybody who is signed in: that something changed, and
 * not what. Pages ask again, with their own permissions.
 *
 * @public
 */
export type PrivateExposureSignal = {
  /** The only thing there is to say. */
  type: 'changed';
};
