import { patternText } from './text';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

const NAME = `(${LABEL}\\.)+(?!\\d+$)${LABEL}`;

/**
 * A private DNS name in lower case, at least two labels, with an optional `*.` before it.
 *
 * @public
 */
export const privateDnsNameSchema = patternText({
  pattern: new RegExp(`^(\\*\\.)?${NAME}$`),
  max: 253,
  expected: `a domain name in lower case such as 'payments.acme.example' or '*.k.acme.example'`,
});

/** A host name for external-dns: as a private DNS name. @public */
export const hostNameSchema = privateDnsNameSchema;

/** One host's name, without `*.`. @public */
export const plainHostSchema = patternText({
  pattern: new RegExp(`^${NAME}$`),
  max: 253,
  expected: `one host's name in lower case such as 'payments.acme.example', no address and no '*.'`,
});

/** A domain that names may lie in; with a dot in front, only below it. @internal */
export const domainSchema = patternText({
  pattern: /^\.?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
  max: 254,
  expected: `a domain such as 'example.com'`,
});

const labelsOf = (name: string) =>
  name.toLowerCase().replace(/\.$/, '').split('.');

/** Whether a name is a domain or lies below it, label by label; a domain with a dot in front has only what is below. @internal */
export function isWithinDomain(name: string, domain: string): boolean {
  const labels = labelsOf(name);
  const [first, ...rest] = labelsOf(domain);
  const wanted = first === '' ? rest : [first, ...rest];
  const least = first === '' ? wanted.length + 1 : wanted.length;
  return (
    labels.length >= least &&
    wanted.every((label, at) => label === labels.at(at - wanted.length))
  );
}

/** Whether a private DNS name, with or without `*.`, is a single label: a public suffix such as `com`, or no domain. @internal */
export function isSingleLabel(privateDnsName: string): boolean {
  return labelsOf(privateDnsName.replace(/^\*\./, '')).length === 1;
}
