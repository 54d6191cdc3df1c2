/**
 * A call that can't be carried out as it stands: an unknown option, a file that isn't there, a config with a mistake.
 *
 * @internal
 */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const;
}
