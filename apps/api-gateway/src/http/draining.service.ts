import { once } from 'node:events';
import type { Server } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';

const LONGEST_WAIT_MS = 10_000;

/**
 * Lets running requests end before anything else stops. Each of their answers tells the client not to use the
 * connection again, so that no request arrives on one that is about to close.
 */
@Injectable()
export class Draining implements OnModuleDestroy {
  private closing = false;
  private readonly running = new Set<Response>();

  constructor(private readonly host: HttpAdapterHost) {}

  readonly track = (_request: Request, response: Response, next: NextFunction): void => {
    this.running.add(response);
    response.once('close', () => this.running.delete(response));
    if (this.closing) response.setHeader('connection', 'close');
    next();
  };

  /** Of the outermost module, so that Nest calls it first. */
  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    (this.host.httpAdapter.getHttpServer() as Server).close();
    const giveUp = AbortSignal.timeout(LONGEST_WAIT_MS);
    const ends = [...this.running].map(async (response) => {
      if (!response.headersSent) response.setHeader('connection', 'close');
      await once(response, 'close', { signal: giveUp }).catch(() => undefined);
    });
    await Promise.all(ends);
  }
}
