import { DOMParser, type XmlElement, type XmlNode } from '@xmldom/xmldom';

export type { XmlElement };

export const NS = {
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
} as const;

/** XML that is not read. Its message says why, and nothing of what is in it. */
export class UnreadableXmlError extends Error {
  override readonly name = 'UnreadableXmlError';
}

const MOST_TAGS = 20_000;
const DEEPEST = 60;
const DECLARATION = /^\s*<\?xml\s[^?<>]{0,200}\?>/;

/**
 * Reads XML that has neither a DTD, nor CDATA, nor processing instructions: what two parsers could read in two ways.
 * @param comments whether there may be any
 * @throws UnreadableXmlError
 */
export function parseXml(text: string, { comments = false } = {}): XmlElement {
  const body = text.replace(/^\ufeff/, '').replace(DECLARATION, '');
  const foreign = comments ? /<\?|<!(?!--)/ : /<[?!]/;
  if (foreign.test(body))
    throw new UnreadableXmlError('It has a DTD, a comment or something else that is no element');
  if (body.split('<').length > MOST_TAGS) throw new UnreadableXmlError('It has too many elements');
  const fail = (message: string): never => {
    throw new UnreadableXmlError(`It is no well-formed XML: ${message.slice(0, 80)}`);
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  const document = new DOMParser({ errorHandler, locator: {} }).parseFromString(body, 'text/xml');
  const root = document.documentElement;
  if (root == null || children(document).length !== 1) throw new UnreadableXmlError('It is no XML');
  checkDepth(root);
  return root;
}

function checkDepth(root: XmlElement): void {
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new UnreadableXmlError('Its elements lie too deep in each other');
    level = level.flatMap((element) => children(element));
  }
}

export function children(parent: XmlNode): XmlElement[] {
  return Array.from(parent.childNodes).filter((node): node is XmlElement => node.nodeType === 1);
}

export function childrenOf(parent: XmlElement, namespace: string, name: string): XmlElement[] {
  return children(parent).filter((element) => is(element, namespace, name));
}

/** Undefined where there is none. @throws UnreadableXmlError where there are several */
export function childOf(parent: XmlElement, namespace: string, name: string): XmlElement | undefined {
  const [first, ...more] = childrenOf(parent, namespace, name);
  if (more.length > 0) throw new UnreadableXmlError(`It has more than one ${name} where one belongs`);
  return first;
}

/** The element itself and all below it. */
export function withAllBelow(root: XmlElement): XmlElement[] {
  return [root, ...children(root).flatMap(withAllBelow)];
}

export function is(element: XmlElement, namespace: string, name: string): boolean {
  return element.namespaceURI === namespace && element.localName === name;
}

/** The whole text of an element that has nothing else in it. @throws UnreadableXmlError */
export function textOf(element: XmlElement): string {
  if (children(element).length > 0)
    throw new UnreadableXmlError(`${element.localName} has elements where text belongs`);
  return (element.textContent ?? '').trim();
}

/** Undefined where there is none. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.hasAttribute(name) ? (element.getAttribute(name) ?? '') : undefined;
}
