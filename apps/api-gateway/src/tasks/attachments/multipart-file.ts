import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { IncomingFile } from '@orkestra/tasks';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import { BodyError } from '../../http/body-error';

const UPLOADS = /^\/api\/v1\/tasks\/[^/]+\/attachments\/?$/;
const FIELD = 'file';
/** So much of what is sent after a refusal is read and thrown away, so that the sender gets to read the answer. */
const MOST_IGNORED_BYTES = 100 * 1024 * 1024;

/** Whether a request brings a file, which may take longer than others do. */
export function isUpload(request: Request): boolean {
  return request.is('multipart/form-data') === 'multipart/form-data' && UPLOADS.test(request.path);
}

/**
 * Hands the form's one file to `take` while it arrives. Its content ends well only once the whole form has, so that
 * whatever is wrong with the rest of it counts as well.
 * @throws BodyError when the body is no form with one file in the field `file`, or breaks off
 */
export async function receiveFile<T>(request: Request, take: (file: IncomingFile) => Promise<T>): Promise<T> {
  const parser = parserFor(request);
  request.once('close', () => request.complete || parser.destroy(aborted()));
  try {
    const taken = takeFile(parser, take);
    request.pipe(parser);
    return await taken;
  } finally {
    request.unpipe(parser);
    parser.destroy();
    ignoreRest(request);
  }
}

function takeFile<T>(parser: Busboy, take: (file: IncomingFile) => Promise<T>): Promise<T> {
  const formEnd = finished(parser).catch((error: unknown) => {
    throw error instanceof BodyError ? error : unreadable();
  });
  return new Promise((resolve, reject) => {
    let seen = false;
    parser.once('file', (field, content, { filename, mimeType }) => {
      // An error that nobody listens to would end the process; whoever reads the content gets it as well.
      content.on('error', () => undefined);
      if (field !== FIELD) return void parser.destroy(notOneFile());
      seen = true;
      const whole = Readable.from(untilTheEnd(content, formEnd), { objectMode: false });
      take({ name: filename, declaredType: mimeType, content: whole }).then(resolve, reject);
    });
    // Once there is a file, only `take` settles the promise: it first clears away what it has stored.
    const end = (error: Error) => seen || reject(error);
    formEnd.then(() => end(notOneFile()), end);
  });
}

async function* untilTheEnd(content: Readable, formEnd: Promise<void>): AsyncGenerator<Buffer> {
  try {
    yield* content as AsyncIterable<Buffer>;
  } catch (error) {
    await formEnd;
    throw error;
  }
  await formEnd;
}

function parserFor({ headers }: Request): Busboy {
  try {
    const limits = { files: 1, fields: 0, headerPairs: 20 };
    const parser = busboy({ headers, limits, defParamCharset: 'utf8' });
    for (const limit of ['filesLimit', 'fieldsLimit'] as const) {
      parser.once(limit, () => parser.destroy(notOneFile()));
    }
    return parser;
  } catch {
    const message = 'Send the file as `multipart/form-data`, in the field `file`.';
    throw new BodyError(415, 'request.not_a_form', message);
  }
}

function ignoreRest(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  let left = MOST_IGNORED_BYTES;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}

function notOneFile(): BodyError {
  return new BodyError(422, 'request.no_file', 'Send one file, in the form field `file`, and nothing else.');
}

function unreadable(): BodyError {
  return new BodyError(400, 'request.unreadable', 'The form is not complete or not well made.');
}

function aborted(): BodyError {
  return new BodyError(400, 'request.aborted', 'The upload broke off.');
}
