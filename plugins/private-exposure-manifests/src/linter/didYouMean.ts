/** Number of single-character edits (Levenshtein) between two texts, `Infinity` where it is more than `most`. */
function distance(left: string, right: string, most: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    // What is further from the diagonal costs more than `most` edits by its place alone.
    const first = Math.max(1, i - most);
    const last = Math.min(right.length, i + most);
    const next = new Array<number>(right.length + 1).fill(Infinity);
    if (first === 1) next[0] = i;
    let least = next[0];
    for (let j = first; j <= last; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + change);
      if (next[j] < least) least = next[j];
    }
    // It only grows from row to row.
    if (least > most) return Infinity;
    row = next;
  }
  const edits = row[right.length];
  return edits > most ? Infinity : edits;
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
    if (edits === Infinity) continue;
    best = other;
    most = edits - 1;
  }
  return best;
}
