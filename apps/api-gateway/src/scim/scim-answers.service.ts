import { Injectable } from '@nestjs/common';
import { isRecord, Logger } from '@orkestra/core';
import { ScimRequestError } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { versionsIn, versionTag } from './protocol/scim-query';

const LONGEST_NOTE = 1_000;

/** What the answers to all requests of directories have in common. */
@Injectable()
export class ScimAnswers {
  private readonly logger: Logger;

  constructor(logger: Logger) {
    this.logger = logger.child('scim');
  }

  /** @throws ScimRequestError for a body that is no object */
  bodyOf(request: Request): Readonly<Record<string, unknown>> {
    const body: unknown = request.body;
    if (isRecord(body)) return body;
    const message = 'Send a JSON object, as application/scim+json or application/json.';
    throw new ScimRequestError('invalidSyntax', message);
  }

  /** A resource in its version; nothing where the directory has that version. */
  resource(
    response: Response,
    {
      revision,
      body,
      location,
      status = 200,
    }: { revision: number; body: object; location: string; status?: number },
  ): void {
    const { req } = response;
    response.setHeader('etag', versionTag(revision));
    const known = req.method === 'GET' ? versionsIn(req.get('if-none-match')) : undefined;
    if (known === '*' || known?.includes(revision)) return void response.status(304).end();
    if (status === 201) response.setHeader('location', location);
    response.setHeader('content-location', location);
    this.send(response, status, body);
  }

  send(response: Response, status: number, body: object): void {
    response.status(status).type('application/scim+json').send(JSON.stringify(body));
  }

  /** Tells of what is not kept: the directory by a header, and the log. */
  note(response: Response, ignored: readonly string[]): void {
    if (ignored.length === 0) return;
    const names = ignored.map((name) => name.replace(/[^\x20-\x7e]|["\\]/g, '?').slice(0, 100)).join(', ');
    this.logger.info({ ignored: names.slice(0, LONGEST_NOTE) }, 'A directory sent what is not kept');
    response.setHeader('warning', `299 - "Not kept: ${names.slice(0, LONGEST_NOTE)}"`);
  }
}
