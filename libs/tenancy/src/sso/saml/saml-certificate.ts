import { X509Certificate } from 'node:crypto';

/** A certificate for people to recognise. */
export interface CertificateView {
  subject: string;
  /** SHA-256, in hexadecimal pairs. */
  fingerprint: string;
  validFrom: Date;
  validTo: Date;
  pem: string;
}

const SMALLEST_KEY = 2_048;

/**
 * @param text PEM, or base64 alone as metadata has it
 * @throws Error for what is none, or has another key than RSA of 2048 bits
 */
export function readCertificate(text: string): CertificateView {
  const body = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) throw new Error('It is no certificate');
  const read = new X509Certificate(Buffer.from(body, 'base64'));
  const { asymmetricKeyType, asymmetricKeyDetails } = read.publicKey;
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_KEY)
    throw new Error('The key is too weak, or of another kind');
  return {
    subject: read.subject.replaceAll('\n', ', '),
    fingerprint: read.fingerprint256,
    validFrom: new Date(read.validFrom),
    validTo: new Date(read.validTo),
    pem: read.toString().trim(),
  };
}
