import * as x509 from '@peculiar/x509';

/** What a TLS server needs, and what its clients must trust. @public */
export interface ServerIdentity {
  /** The server's certificate, as PEM. */
  certificate: string;
  /** Its private key, as PEM; never leaves the process. */
  privateKey: string;
  /** The certificate of the authority that signed it, as PEM. */
  caCertificate: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 24 * 60 * 60 * 1000;
/** A process does not live so long, and a file of it does no harm later. */
const LIFETIME_DAYS = 30;

async function createKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function toPem(key: CryptoKey): Promise<string> {
  const bytes = await crypto.subtle.exportKey('pkcs8', key);
  const text = Buffer.from(bytes).toString('base64');
  const lines = text.match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN PRIVATE KEY-----',
    ...lines,
    '-----END PRIVATE KEY-----',
    '',
  ].join('\n');
}

function serialNumber(): string {
  // The first bit must be zero: it would make the number negative.
  const bytes = crypto.getRandomValues(Buffer.alloc(16));
  bytes[0] = bytes[0] % 128;
  return bytes.toString('hex');
}

/**
 * Makes a certificate authority that signs one certificate, for loopback, and
 * whose key is then forgotten. Azure's clients send tokens over HTTPS alone.
 *
 * @internal
 */
export async function createServerIdentity(): Promise<ServerIdentity> {
  // The machine's time, as TLS checks it, whatever the sandbox's clock says.
  const notBefore = new Date(Date.now() - DAY);
  const notAfter = new Date(Date.now() + LIFETIME_DAYS * DAY);
  const validity = { notBefore, notAfter, signingAlgorithm: ALGORITHM };
  const [caKeys, serverKeys] = await Promise.all([createKeys(), createKeys()]);
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: serialNumber(),
    name: 'CN=Sandbox authority',
    keys: caKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: ca.subject,
    publicKey: serverKeys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  return {
    certificate: server.toString('pem'),
    privateKey: await toPem(serverKeys.privateKey),
    caCertificate: ca.toString('pem'),
  };
}
