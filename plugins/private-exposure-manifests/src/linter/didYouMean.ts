/** Number of single-character edits (Levenshtein) between two texts, as far as it is no more than `most`. */
function distance(left: string, right: string, most: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      const edits = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + change);
      next.push(edits);
      if (edits < least) least = edits;
    }
    // It only grows from row to row.
    if (least > most) return Infinity;
    row = next;
  }
  return row[right.length];
}

/** The known word that is nearest to a mistyped one, if one is near. @internal */
export function didYouMean(
  word: string,
  known: readonly string[],
): string | undefined {
  let most = Math.max(2, Math.floor(word.length / 8));
  let best: string | undefined;
  for (const other of known) {
    // Each character more or less is an edit.
    if (Math.abs(other.length - word.length) > most) continue;
    const edits = distance(word, other, most);
    if (edits > most) continue;
    best = other;
    most = edits - 1;
  }
  return best;
}
