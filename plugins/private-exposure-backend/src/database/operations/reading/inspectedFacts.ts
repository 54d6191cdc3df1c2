import type {
  Fact,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * An exposure's facts: where the deep look found out more, on the hop that is the exposure itself, its fact stands in
 * place of the survey's of the same label.
 *
 * @internal
 */
export function inspectedFacts(
  facts: readonly Fact[],
  own: { nativeId: string; hops: readonly Hop[] },
): Fact[] {
  const itself = own.hops.find(({ nativeId }) => nativeId === own.nativeId);
  return facts.map(
    fact => itself?.facts?.find(({ label }) => label === fact.label) ?? fact,
  );
}
