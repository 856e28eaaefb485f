import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A request as it came. */
export interface ReceivedWebhook {
  id: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: { type: string; version: number; timestamp: string; data: Record<string, unknown> };
  /** On the clock of this machine. */
  at: number;
}

/** What the receiver does with a request; by default it answers 204. */
export type Reaction = (response: ServerResponse, received: ReceivedWebhook) => void;

export const answering =
  (status: number, headers: Record<string, string> = {}, text = ''): Reaction =>
  (response) =>
    response.writeHead(status, headers).end(text);
export const hanging: Reaction = () => undefined;

/** A program that is told of events over real HTTP, and may misbehave. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  react: Reaction = answering(204);

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  /** @param tls key and certificate; plain HTTP without */
  static async start(tls?: { key: string; cert: string }): Promise<WebhookReceiver> {
    const server = tls === undefined ? createServer() : createTlsServer(tls);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    const receiver = new WebhookReceiver(
      `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/hooks`,
      close,
    );
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const received: ReceivedWebhook = {
          ...{ id: String(request.headers['webhook-id']), headers: request.headers, text },
          ...{ body: JSON.parse(text) as ReceivedWebhook['body'], at: Date.now() },
        };
        receiver.received.push(received);
        receiver.react(response, received);
      });
    });
    return receiver;
  }

  get types(): string[] {
    return this.received.map(({ body }) => body.type);
  }
}

/** Whether the secret's owner signed it, as the library of Standard Webhooks finds. */
export function isSignedBy(secret: string, { text, headers }: ReceivedWebhook): boolean {
  try {
    new Webhook(secret).verify(text, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
