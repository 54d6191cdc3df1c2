import { AnnotationCatalogue } from './types';

/**
 * Annotations that external-dns reads from Services. Its prefix is a setting: version 0.22 changed the default.
 *
 * @public
 */
export const externalDnsCatalogue = {
  id: 'external-dns',
  controller: 'external-dns',
  prefix: 'external-dns.kubernetes.io/',
  placement: ['Service'],
  source:
    'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  annotations: [
    {
      key: 'hostname',
      type: 'string-list',
      note: 'Must be an annotation; a label of that name is not read.',
    },
    { key: 'internal-hostname', type: 'string-list' },
    { key: 'target', type: 'string-list' },
    { key: 'ttl', type: 'string', note: 'Seconds or a duration.' },
    { key: 'access', type: 'string', allowed: ['public', 'private'] },
    {
      key: 'endpoints-type',
      type: 'string',
      allowed: ['NodeExternalIP', 'HostIP'],
    },
    {
      key: 'controller',
      type: 'string',
      allowed: ['dns-controller'],
      note: 'Any other value makes external-dns leave the object alone.',
    },
    { key: 'alias', type: 'string', allowed: ['true', 'A', 'AAAA'] },
    { key: 'set-identifier', type: 'string' },
  ],
} as const satisfies AnnotationCatalogue;

/** Prefix that external-dns read by default before version 0.22. @public */
export const EXTERNAL_DNS_FORMER_PREFIX = 'external-dns.alpha.kubernetes.io/';
