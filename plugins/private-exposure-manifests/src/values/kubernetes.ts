import { z } from 'zod';
import { patternText } from './text';

/** A namespace or Service name: DNS label (RFC 1123), at most 63 characters. @public */
export const kubernetesNameSchema = patternText({
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  max: 63,
  expected: 'a Kubernetes name (lower case letters, digits and -, at most 63)',
});

/** A Service's name: DNS label that starts with a letter (RFC 1035), at most 63 characters. @public */
export const serviceNameSchema = patternText({
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  max: 63,
  expected:
    'a Service name (lower case letters, digits and -, a letter first, at most 63)',
});

/** A port's name: at most 15 characters, at least one letter, no `--` (IANA service name). @public */
export const portNameSchema = patternText({
  pattern: /^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  max: 15,
  expected: 'a port name (lower case letters, digits and -, at most 15)',
});

/** A TCP or UDP port. @public */
export const portNumberSchema = z
  .number({ invalid_type_error: 'must be a port number' })
  .int('must be a whole port number')
  .min(1, 'must be a port from 1 to 65535')
  .max(65535, 'must be a port from 1 to 65535');

const LABEL_NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const DNS_SUBDOMAIN =
  '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';

/** A label key, with or without a DNS prefix. @public */
export const labelKeySchema = patternText({
  pattern: new RegExp(`^(${DNS_SUBDOMAIN}/)?${LABEL_NAME}$`),
  max: 317,
  expected: `a label key such as 'app.kubernetes.io/name'`,
});

/** A label value: at most 63 characters, may be empty. @public */
export const labelValueSchema = patternText({
  pattern: new RegExp(`^(${LABEL_NAME})?$`),
  max: 63,
  expected: 'a label value (letters, digits, - _ . inside, at most 63)',
});

/**
 * Name of an IngressGroup of the AWS Load Balancer Controller: lower case letters, digits, `-` and `.`, at most 63
 * (`alb.ingress.kubernetes.io/group.name`).
 *
 * @public
 */
export const ingressGroupNameSchema = patternText({
  pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
  max: 63,
  expected: 'a group name (lower case letters, digits, - and ., at most 63)',
});
