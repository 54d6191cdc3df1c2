// Texts are anybody's to invent, so not all are remembered.
const MAX_TEXTS = 1_000;

/**
 * Keeps the answers about texts: the objects of a repository have mostly the same keys, and say mostly the same with them.
 *
 * @internal
 */
export function rememberTexts<Answer>(
  find: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, { answer: Answer }>();
  return text => {
    const before = known.get(text);
    if (before) return before.answer;
    if (known.size >= MAX_TEXTS) known.clear();
    const answer = find(text);
    // A copy of its own, which keeps alive no file that the text was cut out of.
    known.set(JSON.parse(JSON.stringify(text)), { answer });
    return answer;
  };
}
