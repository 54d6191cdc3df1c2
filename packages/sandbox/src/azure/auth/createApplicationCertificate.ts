import { KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const DAY = 24 * 60 * 60 * 1000;

/** With what an application signs in instead of a secret. @public */
export interface ApplicationCertificate {
  /** What the directory is told, as PEM. */
  certificate: string;
  /** What the application keeps to itself, as PEM. */
  privateKey: string;
}

/** Makes a certificate that signs itself, as people make them for an application. @public */
export async function createApplicationCertificate(): Promise<ApplicationCertificate> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=postern',
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + DAY),
    signingAlgorithm: ALGORITHM,
    keys,
  });
  const privateKey = KeyObject.from(keys.privateKey)
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return { certificate: certificate.toString('pem'), privateKey };
}
