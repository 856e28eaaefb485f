import { fileTypeFromBuffer } from 'file-type/core';

const UNKNOWN_TYPE = 'application/octet-stream';
/** How much of a file its type is told by. */
export const HEAD_BYTES = 64 * 1024;

const MIME = /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,90}$/;
/** Bytes that no text holds, in any usual encoding. */
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;
const HTML =
  /^<(?:!doctype html|html|head|body|script|style|iframe|title|div|p|a|br|h1|table|font|img|b)[\s>/]/i;
const SVG = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i;
const TEXTUAL = /^(?:text\/|application\/(?:json|x-ndjson|yaml|x-yaml|toml|sql|[\w.]+\+json)$)/;

/**
 * What a file is, by its first bytes. What the sender declares counts only where the content cannot tell: between
 * one kind of text and another.
 */
export async function contentTypeOf(head: Uint8Array, declared: string | undefined): Promise<string> {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (SVG.test(text)) return 'image/svg+xml';
  if (HTML.test(text)) return 'text/html';
  const sniffed = await fileTypeFromBuffer(head);
  if (sniffed !== undefined) return sniffed.mime;
  if (BINARY.test(text)) return UNKNOWN_TYPE;
  const type = declared?.toLowerCase() ?? '';
  return MIME.test(type) && TEXTUAL.test(type) ? type : 'text/plain';
}
