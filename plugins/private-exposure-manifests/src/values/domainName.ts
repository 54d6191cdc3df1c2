import { patternText } from './text';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

/**
 * A private DNS name in lower case, at least two labels, with an optional `*.` before it.
 *
 * @public
 */
export const privateDnsNameSchema = patternText({
  pattern: new RegExp(`^(\\*\\.)?(${LABEL}\\.)+(?!\\d+$)${LABEL}$`),
  max: 253,
  expected: `a domain name in lower case such as 'payments.acme.example' or '*.k.acme.example'`,
});

/** A host name for external-dns: as a private DNS name. @public */
export const hostNameSchema = privateDnsNameSchema;
