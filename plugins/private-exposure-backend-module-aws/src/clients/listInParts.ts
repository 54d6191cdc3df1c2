import { AnswerReader } from './PartedEc2Protocol';
import { readPages } from './readPages';

/**
 * Reads page after page of a listing of EC2, each in parts. An item becomes an object only when its part's turn comes.
 *
 * @param size - Most items of a part.
 * @param send - Sends the command of one page, with the reader attached.
 * @internal
 */
export async function* listInParts<Answer extends { NextToken?: string }>(
  size: number,
  send: (
    token: string | undefined,
    reader: AnswerReader<Answer>,
  ) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const reader = new AnswerReader<Answer>(size);
  const pages = readPages(async token => {
    const first = await send(token, reader);
    return { items: [first], nextToken: first.NextToken };
  });
  for await (const page of pages) {
    // Taken out of the list, which lives as long as the page.
    let part = page.pop();
    while (part) {
      yield part;
      part = await reader.next();
    }
  }
}
