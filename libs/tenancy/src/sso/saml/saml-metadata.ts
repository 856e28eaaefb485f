import { InvalidConnectionError } from '../sso.errors';
import { readCertificate } from './saml-certificate';
import {
  attributeOf,
  childOf,
  childrenOf,
  is,
  NS,
  parseXml,
  textOf,
  UnreadableXmlError,
  withAllBelow,
  type XmlElement,
} from './saml-xml';

/** What an identity provider's metadata says. */
export interface IdpMetadata {
  entityId: string;
  ssoUrl: string;
  sloUrl: string | null;
  /** Where answers to its own sign-outs go, if not to `sloUrl`. */
  sloResponseUrl: string | null;
  /** The same by HTTP-POST. */
  sloPostUrl: string | null;
  /** As PEM. */
  certificates: string[];
  signsRequests: boolean;
}

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const SAML2 = 'urn:oasis:names:tc:SAML:2.0:protocol';

/**
 * Reads the metadata of one identity provider. Its own signature is not looked at: whoever brings it vouches for it.
 * @param now for when it is good until
 * @throws InvalidConnectionError
 */
export function readIdpMetadata(text: string, now: Date): IdpMetadata {
  try {
    return read(text, now);
  } catch (error) {
    if (error instanceof UnreadableXmlError) throw invalid(error.message);
    throw error;
  }
}

function read(text: string, now: Date): IdpMetadata {
  const entities = withAllBelow(parseXml(text, { comments: true })).filter((element) =>
    is(element, NS.md, 'EntityDescriptor'),
  );
  const found = entities.flatMap((entity) => {
    const role = childrenOf(entity, NS.md, 'IDPSSODescriptor').find((one) =>
      (one.getAttribute('protocolSupportEnumeration') ?? '').split(/\s+/).includes(SAML2),
    );
    return role === undefined ? [] : [{ entity, role }];
  });
  const [idp, ...more] = found;
  if (idp === undefined) throw invalid('It describes no SAML 2.0 identity provider');
  if (more.length > 0) throw invalid('It describes several identity providers: take the metadata of one');
  const { entity, role } = idp;
  const until = entity.getAttribute('validUntil') ?? '';
  if (until !== '' && new Date(until) <= now) throw invalid(`It was good until ${until.slice(0, 30)}`);
  const ssoUrl = locationOf(role, 'SingleSignOnService');
  if (ssoUrl === undefined) throw invalid('It offers no sign-in by HTTP-Redirect');
  return {
    entityId: entity.getAttribute('entityID') ?? '',
    ssoUrl,
    sloUrl: locationOf(role, 'SingleLogoutService') ?? null,
    sloResponseUrl: responseLocationOf(role, REDIRECT) ?? null,
    sloPostUrl: responseLocationOf(role, POST) ?? locationOf(role, 'SingleLogoutService', POST) ?? null,
    certificates: certificatesOf(role),
    signsRequests: ['true', '1'].includes(role.getAttribute('WantAuthnRequestsSigned') ?? ''),
  };
}

function locationOf(role: XmlElement, service: string, binding = REDIRECT): string | undefined {
  return serviceOf(role, service, binding)?.getAttribute('Location') ?? undefined;
}

function responseLocationOf(role: XmlElement, binding: string): string | undefined {
  const found = serviceOf(role, 'SingleLogoutService', binding);
  return found && attributeOf(found, 'ResponseLocation');
}

function serviceOf(role: XmlElement, service: string, binding: string): XmlElement | undefined {
  return childrenOf(role, NS.md, service).find((element) => element.getAttribute('Binding') === binding);
}

/** Those that it signs with: what is for encryption alone is of no use here. */
function certificatesOf(role: XmlElement): string[] {
  const keys = childrenOf(role, NS.md, 'KeyDescriptor').filter(
    (key) => (attributeOf(key, 'use') ?? 'signing') === 'signing',
  );
  const texts = keys.flatMap((key) => {
    const info = childOf(key, NS.ds, 'KeyInfo');
    const data = info === undefined ? [] : childrenOf(info, NS.ds, 'X509Data');
    return data.flatMap((one) => childrenOf(one, NS.ds, 'X509Certificate').map(textOf));
  });
  const usable = texts.flatMap((text) => {
    try {
      return [readCertificate(text).pem];
    } catch {
      return [];
    }
  });
  if (usable.length === 0) throw invalid('It names no certificate with an RSA key of at least 2048 bits');
  return [...new Set(usable)];
}

function invalid(message: string): InvalidConnectionError {
  return new InvalidConnectionError([{ pointer: '/metadata', message }]);
}
