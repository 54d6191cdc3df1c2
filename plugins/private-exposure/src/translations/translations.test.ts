import { englishMessages } from './en';
import germanMessages from './de';

type Nested = { readonly [key: string]: string | Nested };

function flatten(messages: Nested, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();
}

describe('translations', () => {
  const english = flatten(englishMessages);
  const german: Record<string, string> = germanMessages;

  it('has every text in German, and none that English has not', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills the same gaps in both', () => {
    const gaps = (texts: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, placeholders(text)]),
      );

    expect(gaps(german)).toEqual(gaps(english));
  });
});
