/** Longest name that infrastructure code may give a resource. */
const MAX_LENGTH = 50;

/**
 * Makes a name for infrastructure code out of the name of something else: entities and Services may have capitals,
 * dots, underscores and `--` in theirs, and longer names.
 *
 * @public
 */
export function toResourceName(name: string, suffix: string = ''): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const base = words.join('-').slice(0, MAX_LENGTH - suffix.length);
  return `${base.replace(/-$/, '')}${suffix}`;
}
