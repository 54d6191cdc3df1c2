import { Fragment } from 'react';

/** So long may a part be that has nowhere to break: hashes are longer, words are not. */
const LONGEST = 20;

/**
 * A name without spaces that may break after its punctuation, instead of anywhere or nowhere; a hash, after
 * every sixteen letters.
 *
 * @internal
 */
export function Breakable(props: { text: string }) {
  const parts = props.text
    .split(/(?<=[\s./:_@-])/)
    .flatMap(part => (part.length > LONGEST ? chunksOf(part) : part));
  return (
    <>
      {parts.map((part, index) => (
        // Parts repeat, and their order is all that tells them apart.
        <Fragment key={`${index}${part}`}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function chunksOf(text: string): string[] {
  return text.match(/.{1,16}/g) ?? [text];
}
