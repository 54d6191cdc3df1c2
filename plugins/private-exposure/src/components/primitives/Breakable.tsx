import { Fragment } from 'react';

/**
 * A name without spaces that may break after its punctuation, instead of anywhere or nowhere.
 *
 * @internal
 */
export function Breakable(props: { text: string }) {
  const parts = props.text.split(/(?<=[./:_@-])/);
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
