import { z } from 'zod';
import { domainSchema } from '../values/domainName';
import { patternText, singleLineText } from '../values/text';

/** Version of a controller; rules that depend on it are silent without. @internal */
export const controllerVersionSchema = patternText({
  pattern: /^v?\d{1,3}(\.\d{1,3}){0,2}$/,
  max: 12,
  expected: `a version such as '3.5.0'`,
});

/** What the profile of a cluster in any cloud may say. @internal */
export const sharedProfileFields = {
  /** Prefix that the cluster's external-dns reads, with its `/`. Changed in external-dns 0.22. */
  externalDnsPrefix: patternText({
    pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/$/,
    max: 254,
    expected: `an annotation prefix such as 'external-dns.kubernetes.io/'`,
  }).optional(),
  /** Version of external-dns; tells its prefix where none is given. */
  externalDnsVersion: controllerVersionSchema.optional(),
  /** Domains that external-dns may write to (`--domain-filter`); one with a dot in front holds for what lies below it. */
  externalDnsDomains: z.array(domainSchema).optional(),
  /** Class of Ingresses that stay inside. */
  ingressClass: singleLineText({ max: 253 }).optional(),
} as const;
