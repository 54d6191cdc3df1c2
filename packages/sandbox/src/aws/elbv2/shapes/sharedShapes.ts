import { text, queryStructure } from '../../wire/shapes';

/** Wire names of `Tag`. @internal */
export const tag = queryStructure({
  Key: text,
  Value: text,
});
