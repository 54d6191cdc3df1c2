/**
 * An id as people tell it apart at a glance: the last part of one with slashes, any other as it is.
 *
 * @public
 */
export function shortenId(id: string): string {
  return id.split('/').findLast(part => part !== '') ?? id;
}

/** From the root of something, at least four parts long: an address of the web has its host before the first slash. */
const LONG_ID = /(?<![\w/:.@-])(?:\/[^\s/'"“”‘’,;]+){4,}/g;

/**
 * The long ids in a text, such as those of Azure's resources; each once, in their order.
 *
 * @public
 */
export function findLongIds(text: string): string[] {
  const found = text.match(LONG_ID) ?? [];
  return [...new Set(found.map(withoutSentence))];
}

/**
 * A text for people with only the last part of each long id in it.
 *
 * @public
 */
export function shortenIds(text: string): string {
  return text.replace(LONG_ID, found => {
    const id = withoutSentence(found);
    return `${shortenId(id)}${found.slice(id.length)}`;
  });
}

/** What ends the sentence does not belong to the id. */
function withoutSentence(found: string): string {
  return found.replace(/[.:!?)]+$/, '');
}
