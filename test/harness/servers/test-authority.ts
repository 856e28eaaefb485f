import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** As PEM. */
export interface Certified {
  certificate: string;
  key: string;
}

type Keys = webcrypto.CryptoKeyPair;

/** An authority for certificates that nobody else knows. */
export class TestAuthority {
  private constructor(
    private readonly own: X509Certificate,
    private readonly keys: Keys,
  ) {}

  static async make(name = 'Test authority'): Promise<TestAuthority> {
    const keys = await newKeys();
    const wanted = { name: `CN=${name}`, ...validity(), signingAlgorithm: ALGORITHM, keys };
    const extensions = [new BasicConstraintsExtension(true, 0, true)];
    const certificate = await X509CertificateGenerator.createSelfSigned({ ...wanted, extensions }, webcrypto);
    return new TestAuthority(certificate, keys);
  }

  get certificate(): string {
    return this.own.toString('pem');
  }

  /** For a server or a client of that name. */
  async issue(name: string): Promise<Certified> {
    const keys = await newKeys();
    const wanted = {
      ...{ subject: `CN=${name}`, issuer: this.own.subject, ...validity(), signingAlgorithm: ALGORITHM },
      ...{ publicKey: keys.publicKey, signingKey: this.keys.privateKey },
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
    };
    const certificate = await X509CertificateGenerator.create(wanted, webcrypto);
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return { certificate: certificate.toString('pem'), key: PemConverter.encode(pkcs8, 'PRIVATE KEY') };
  }
}

function newKeys(): Promise<Keys> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function validity(): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
}
