/** What is used of `@xmldom/xmldom`: its own types would bring those of a browser into the whole server. */
export interface XmlNode {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<XmlNode>;
  readonly parentNode: XmlNode | null;
  readonly textContent: string | null;
}

export interface XmlElement extends XmlNode {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
}

export interface XmlDocument extends XmlNode {
  readonly documentElement: XmlElement | null | undefined;
}

export interface ParserOptions {
  errorHandler: Record<'warning' | 'error' | 'fatalError', (message: string) => void>;
  locator: object;
}

export class DOMParser {
  constructor(options: ParserOptions);
  parseFromString(text: string, type: string): XmlDocument;
}
