/**
 * Keeps the answer of the last question: the rules are asked about one place after the other, and several want to know
 * the same of it. Answers in a `WeakMap` would keep their documents until the next full collection.
 *
 * @internal
 */
export function rememberLast<Subject extends object, Answer>(
  find: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  let last: { subject: Subject; answer: Answer } | undefined;
  return subject => {
    if (last?.subject !== subject) last = { subject, answer: find(subject) };
    return last.answer;
  };
}
