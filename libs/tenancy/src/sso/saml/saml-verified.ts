import { getVerifiedXml } from '@node-saml/node-saml/lib/xml';
import { DomainError } from '@orkestra/core';
import { SsoAnswerError } from '../sso.errors';
import { parseXml, UnreadableXmlError } from './saml-xml';

/** What the signature of the root is over, as it was signed. @throws SsoAnswerError */
export function verified(xml: string, certificates: string[]): string {
  try {
    const signed = getVerifiedXml(xml, parseXml(xml), certificates);
    if (signed === null) throw new SsoAnswerError('Invalid signature');
    return signed;
  } catch (error) {
    throw refusalOf(error);
  }
}

export function refusalOf(error: unknown): Error {
  if (error instanceof DomainError || error instanceof UnreadableXmlError) return error;
  return new SsoAnswerError(error instanceof Error ? error.message.slice(0, 300) : 'unknown', error);
}
