/** Number of single-character edits (Levenshtein) between two texts. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + change));
    }
    row = next;
  }
  return row[right.length];
}

/** The known word that is nearest to a mistyped one, if one is near. @internal */
export function didYouMean(
  word: string,
  known: readonly string[],
): string | undefined {
  // A longer text than any known one by this much is no typing error, and measuring it would take long.
  const candidates = known.filter(
    other => Math.abs(other.length - word.length) <= 6,
  );
  const ranked = candidates
    .map(other => ({ other, edits: distance(word, other) }))
    .sort((left, right) => left.edits - right.edits);
  const [best] = ranked;
  return best && best.edits <= Math.max(2, Math.floor(word.length / 8))
    ? best.other
    : undefined;
}
