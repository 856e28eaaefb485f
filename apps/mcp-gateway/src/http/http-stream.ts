import type { TenantContext } from '@orkestra/tenancy';
import type { Response } from 'express';
import type { ClientStream } from '../resources/client-stream';

/** The open response by which one client is told things. What there is to say waits while there is none. */
export class HttpStream implements ClientStream {
  onready: (() => void) | undefined;
  private response: Response | undefined;
  private caller: () => Promise<TenantContext> = () => Promise.reject(new Error('There is no stream'));

  /** The response becomes the stream when its head says that it is one. */
  open(response: Response, authenticate: () => Promise<TenantContext>): void {
    whenHeadIsWritten(response, () => {
      if (response.statusCode !== 200) return;
      this.response = response;
      this.caller = authenticate;
      response.on('drain', () => this.onready?.());
      response.once('close', () => {
        if (this.response === response) this.response = undefined;
      });
      this.onready?.();
    });
  }

  authenticate(): Promise<TenantContext> {
    return this.caller();
  }

  ready(): boolean {
    return this.response !== undefined && !this.response.writableNeedDrain;
  }

  end(): void {
    this.response?.destroy();
  }
}

/** Wraps `writeHead`, because Node has no event for a head that is written. */
export function whenHeadIsWritten(response: Response, then: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  response.writeHead = (...args: unknown[]) => {
    writeHead(...args);
    then();
    return response;
  };
}
