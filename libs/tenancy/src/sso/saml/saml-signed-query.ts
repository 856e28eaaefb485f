import { verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { SsoAnswerError } from '../sso.errors';
import { BASE64, decodedText, LARGEST, SIGNATURES } from './saml-response';

/** A message that was signed with its relay state. */
export interface SignedMessage {
  xml: string;
  relayState: string;
}

const NAMES = ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'];
const SIGNED = NAMES.slice(0, 3);
const DEFLATE = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE';

/**
 * A request by HTTP-Redirect, of which the query is signed as it was sent, byte for byte (SAML bindings 3.4.4.1).
 * @param query raw, as no encoder would write it anew just so
 * @throws SsoAnswerError
 */
export function readSignedQuery(query: string, certificates: readonly string[]): SignedMessage {
  const raw = rawParts(query);
  const part = (name: string) => decodedPart(raw.get(name) ?? '');
  const [signature, algorithm] = [part('Signature'), part('SigAlg')];
  if (signature === '') throw new SsoAnswerError('The query is not signed');
  if (!SIGNATURES.includes(algorithm))
    throw new SsoAnswerError(`The query is signed in a way that is not taken: ${algorithm.slice(-30)}`);
  const signed = SIGNED.flatMap((name) => (raw.has(name) ? [`${name}=${raw.get(name)}`] : [])).join('&');
  const hash = algorithm.endsWith('sha512') ? 'sha512' : 'sha256';
  const [data, proof] = [Buffer.from(signed), Buffer.from(signature, 'base64')];
  if (!certificates.some((certificate) => verify(hash, data, certificate, proof)))
    throw new SsoAnswerError('The signature of the query is not good');
  if (raw.has('SAMLEncoding') && part('SAMLEncoding') !== DEFLATE)
    throw new SsoAnswerError('The request is packed in a way that is not taken');
  return { xml: inflated(part('SAMLRequest')), relayState: decodedPart(raw.get('RelayState') ?? '', ' ') };
}

/** Whatever stands there twice could be read in two ways. */
function rawParts(query: string): Map<string, string> {
  const raw = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (!NAMES.includes(name)) continue;
    if (raw.has(name)) throw new SsoAnswerError(`The query has more than one ${name}`);
    raw.set(name, value.join('='));
  }
  return raw;
}

function decodedPart(raw: string, plus = '+'): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', plus));
  } catch {
    throw new SsoAnswerError('The query is not encoded as a query is');
  }
}

function inflated(encoded: string): string {
  if (encoded.length > LARGEST || !BASE64.test(encoded))
    throw new SsoAnswerError('The request is no base64, or too long');
  try {
    return decodedText(inflateRawSync(Buffer.from(encoded, 'base64'), { maxOutputLength: LARGEST }));
  } catch (error) {
    throw new SsoAnswerError('The request is not deflated, or too long', error);
  }
}
