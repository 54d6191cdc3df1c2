import { patternText } from './text';

const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/**
 * A full entity reference such as `component:default/payments`, in lower case as the catalog compares it.
 *
 * @public
 */
export const entityRefSchema = patternText({
  pattern: new RegExp(
    `^(?![^]*[A-Z])[a-zA-Z][a-zA-Z0-9]{0,62}:${NAME}/${NAME}$`,
  ),
  max: 191,
  expected: `a full entity reference in lower case such as 'component:default/payments'`,
});
