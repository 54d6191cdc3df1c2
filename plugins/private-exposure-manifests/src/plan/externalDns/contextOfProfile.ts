import {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../../catalogues/externalDns';
import { ExternalDnsContext } from './annotations';

/** The first version with the prefix of today. */
const [MAJOR, MINOR] = [0, 22];

/** What a cluster's profile says of its external-dns. @public */
export interface ExternalDnsProfile {
  externalDnsPrefix?: string;
  externalDnsVersion?: string;
  externalDnsDomains?: readonly string[];
}

function prefixOfVersion(version: string): string {
  const [major = 0, minor = 0] = version
    .replace(/^v/, '')
    .split('.')
    .map(Number);
  const isFormer = major < MAJOR || (major === MAJOR && minor < MINOR);
  return isFormer ? EXTERNAL_DNS_FORMER_PREFIX : externalDnsCatalogue.prefix;
}

/**
 * What is known of a cluster's external-dns.
 *
 * @returns `undefined` where neither prefix nor version is known: then nobody can say which annotations it reads.
 *
 * @public
 */
export function externalDnsContextOf({
  externalDnsPrefix,
  externalDnsVersion,
  externalDnsDomains,
}: ExternalDnsProfile): ExternalDnsContext | undefined {
  const prefix =
    externalDnsPrefix ??
    (externalDnsVersion === undefined
      ? undefined
      : prefixOfVersion(externalDnsVersion));
  return prefix === undefined
    ? undefined
    : { prefix, domainFilters: externalDnsDomains };
}
