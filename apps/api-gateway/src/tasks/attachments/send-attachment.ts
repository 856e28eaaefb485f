import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AttachmentView } from '@orkestra/tasks';
import type { Request, Response } from 'express';

/** Types that a browser may run, whatever else it is told. */
const RUNNABLE = /html|xml|svg|script|shockwave/;

/**
 * Sends an attachment so that no browser shows it, whatever is in it: to be saved, of exactly this type, in a sandbox.
 * @param open is called only where the caller does not have the content yet
 */
export async function sendAttachment(
  request: Request,
  response: Response,
  { name, contentType, size, digest, createdAt }: AttachmentView,
  open: () => Promise<Readable>,
): Promise<void> {
  // Whoever has it must ask each time whether they may still see it.
  response.set({ etag: `"${digest}"`, 'cache-control': 'private, no-cache' });
  if (request.fresh) return void response.status(304).end();
  const content = request.method === 'HEAD' ? undefined : await open();
  response.attachment(name);
  response.set({
    'content-type': RUNNABLE.test(contentType) ? 'application/octet-stream' : contentType,
    'content-length': String(size),
    'content-security-policy': 'sandbox',
    'cross-origin-resource-policy': 'same-origin',
    'last-modified': createdAt.toUTCString(),
    'x-content-type-options': 'nosniff',
  });
  if (content === undefined) return void response.end();
  try {
    await pipeline(content, response);
  } catch (error) {
    // Whoever asked has gone away. Anything else breaks the answer off, shorter than it said it would be.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
