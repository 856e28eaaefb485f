import { isJsonContentType } from '@modelcontextprotocol/server';
import { DEEPEST_NESTING, inexactNumber, isTooDeep } from '@orkestra/core';
import type { Request } from 'express';
import { inexactRequest } from './inexact-request';
import type { Refusal } from './refuse';

const LARGEST_BODY = 1024 * 1024;

export type Body = { json: unknown } | { refused: Refusal & { status: number } };

/** Reads a body of at most 1 MB; methods without one have the JSON `undefined`. */
export async function readBody(req: Request): Promise<Body> {
  if (req.method !== 'POST') return { json: undefined };
  if (!isJsonContentType(req.headers['content-type'])) {
    return { refused: { status: 415, message: 'Content-Type must be application/json.' } };
  }
  const text = await readText(req);
  if (text === undefined) {
    return { refused: { status: 413, message: 'The request is larger than 1 MB. Send less.' } };
  }
  try {
    const json: unknown = JSON.parse(text);
    if (isTooDeep(json)) return { refused: TOO_DEEP };
    const pointer = inexactNumber(text);
    return pointer === null ? { json } : { refused: inexactRequest(json, pointer) };
  } catch {
    return { refused: { status: 400, code: -32700, message: 'Parse error: the request is not valid JSON.' } };
  }
}

const TOO_DEEP = {
  status: 400,
  code: -32600,
  message: `Invalid request: the JSON is nested more than ${DEEPEST_NESTING} levels deep. Send it flatter, or as text.`,
};

async function readText(req: Request): Promise<string | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_BODY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
