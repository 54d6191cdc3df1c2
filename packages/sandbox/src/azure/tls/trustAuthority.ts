import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Lets all TLS clients of this process trust a certificate, as
 * `NODE_EXTRA_CA_CERTS` does for a process that starts later.
 *
 * @returns what ends the trust
 * @public
 */
export function trustAuthority(caCertificate: string): () => void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, caCertificate]);
  return () => setDefaultCACertificates(before);
}
