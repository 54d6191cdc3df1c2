import { ClusterProfile } from '../intents/clusterProfile';

/** A subnet's id; anything else is the value of a tag Name. */
const ID = /^subnet-/;

/** A subnet as an annotation names it, as far as the cluster's profile tells. @internal */
export interface NamedSubnet {
  name: string;
  subnet: ClusterProfile['subnets'][number] | undefined;
  /** Whether the cluster has none of that name; names are known only where the profile names every subnet. */
  isForeign: boolean;
}

/**
 * Looks the subnets up that an annotation names by id or by tag.
 *
 * @internal
 */
export function subnetsNamed(
  names: readonly string[],
  { subnets }: Pick<ClusterProfile, 'subnets'>,
): NamedSubnet[] {
  const hasNames = subnets.every(({ name }) => name !== undefined);
  return names.map(name => {
    const subnet = subnets.find(one => one.id === name || one.name === name);
    return { name, subnet, isForeign: !subnet && (ID.test(name) || hasNames) };
  });
}
