import fc from 'fast-check';
import { AnswerParts } from './AnswerParts';
import { readXml, type XmlElement } from './readXml';

const answerOf = (items: string[]) =>
  Buffer.from(
    `<?xml version="1.0"?>\n<ListResponse><id>1</id><theSet>${items.join(
      '\n',
    )}</theSet><next>a</next></ListResponse>`,
  );

function itemsOf(part: Buffer): unknown[] {
  const root = readXml(part).value as XmlElement;
  expect(root).toMatchObject({ id: '1', next: 'a' });
  const { item = [] } = root.theSet as XmlElement;
  return [item].flat();
}

function partsOf(parts: AnswerParts, answer: Buffer): unknown[][] {
  parts.take(answer);
  const found: unknown[][] = [];
  for (let part = parts.next(); part; part = parts.next()) {
    found.push(itemsOf(part));
  }
  return found;
}

const item = fc
  .array(fc.integer())
  .map(
    numbers =>
      `<item><inner>${numbers
        .map(number => `<item><subitem>${number}</subitem></item>`)
        .join('')}</inner></item>`,
  );
const answer = fc.array(item).map(answerOf);

describe('AnswerParts', () => {
  it('hands on each item once, in order, and no part with more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (answers, size) => {
          // One after the other in the same buffer, longer and shorter ones.
          const parts = new AnswerParts(size);
          for (const each of answers) {
            const found = partsOf(parts, each);
            expect(found.flat()).toEqual(itemsOf(each));
            expect(found.every(({ length }) => length <= size)).toBe(true);
            expect(found).toHaveLength(
              Math.max(1, Math.ceil(itemsOf(each).length / size)),
            );
          }
        },
      ),
    );
  });

  it('leaves an answer that was cut off unreadable from its first part on', () => {
    fc.assert(
      fc.property(answer, fc.nat(), (whole, cut) => {
        const parts = new AnswerParts(1);
        parts.take(whole.subarray(0, cut % whole.length));
        const first = parts.next();
        expect(() => readXml(first ?? Buffer.alloc(0))).toThrow('The answer');
      }),
    );
  });
});
