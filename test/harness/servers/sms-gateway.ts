import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SentSms {
  to: string;
  text: string;
}

/** A gateway for SMS as the guide to connectors has one. */
export interface SmsGateway {
  url: string;
  token: string;
  sent: readonly SentSms[];
  close(): Promise<void>;
}

const MOST_CHARACTERS = 320;

export async function startSmsGateway(): Promise<SmsGateway> {
  const token = 'sms-token';
  const sent: SentSms[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
      const { to, text } = JSON.parse(Buffer.concat(chunks).toString()) as SentSms;
      if (!/^\+\d{7,15}$/.test(to) || text.length > MOST_CHARACTERS) return response.writeHead(400).end();
      sent.push({ to, text });
      return response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/messages`,
    token,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
