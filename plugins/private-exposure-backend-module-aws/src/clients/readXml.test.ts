import fc from 'fast-check';
import { readXml, type XmlElement } from './readXml';

const read = (text: string) => readXml(Buffer.from(text)).value;

function escape(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}

function write(name: string, value: string | XmlElement): string {
  if (typeof value === 'string') return `<${name}>${escape(value)}</${name}>`;
  const children = Object.entries(value).flatMap(([child, values]) =>
    [values].flat().map(each => write(child, each)),
  );
  return `<${name}>\n  ${children.join('\n  ')}\n</${name}>`;
}

const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
// A reader cannot tell a text of a line feed and spaces from the indentation of nothing.
const texts = fc
  .string({ unit: 'grapheme' })
  .filter(text => !/\r|^\s+$/.test(text));
const { element } = fc.letrec<{
  element: XmlElement;
  value: string | XmlElement;
}>(tie => ({
  value: fc.oneof({ maxDepth: 3 }, texts, tie('element')),
  element: fc.dictionary(
    names,
    fc.oneof(tie('value'), fc.array(tie('value'), { minLength: 2 })),
    { minKeys: 1, maxKeys: 4, noNullPrototype: true },
  ),
}));

describe('readXml', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(element, root => {
        expect(read(write('Root', root))).toEqual(root);
      }),
    );
  });

  it('refuses an answer that was cut off anywhere', () => {
    fc.assert(
      fc.property(element, fc.nat(), (root, cut) => {
        const bytes = Buffer.from(write('Root', root));
        const part = bytes.subarray(0, cut % bytes.length);
        expect(() => readXml(part)).toThrow('The answer');
      }),
    );
  });

  it.each([
    ['<?xml version="1.0"?>\n<!-- <a> --><!DOCTYPE r>\n<r>x</r>', 'x'],
    ['<r xmlns="http://ec2/>" other=\'"\'><a>1</a></r >', { a: '1' }],
    ['<r><a/><b key="/" /><c></c></r>', { a: '', b: '', c: '' }],
    ['<r><a>1</a><!-- <a>2</a> --><a>3</a></r>', { a: ['1', '3'] }],
    ['<r><![CDATA[<a> &amp; ]]>&amp;b</r>', '<a> &amp; &b'],
    ['<r>a\r\nb&#xD;&#13;&lt;&#x1F600;&quot;&apos;&gt;</r>', 'a\nb\r\r<😀"\'>'],
    ['<r>&unknown;&constructor;</r>', '&unknown;&constructor;'],
    ['<r>\n  \n</r>', ''],
    ['<r> </r>', ' '],
    ['<r><toString>1</toString></r>', { toString: '1' }],
    ['<r><__proto__><a>1</a></__proto__><b>2</b></r>', { b: '2' }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each(['', 'busy', '<r><a></r></a>', '<r', '<r <a>'])(
    'refuses %p',
    text => {
      expect(() => read(text)).toThrow('The answer');
    },
  );
});
