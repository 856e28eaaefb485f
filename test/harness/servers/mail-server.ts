import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  from: string;
  to: string;
  /** As it came, without the line breaks that quoted-printable adds. */
  text: string;
  /** As it came. */
  source: string;
}

/** A mail server that keeps what it takes. */
export interface Inbox {
  url: string;
  mails: readonly ReceivedMail[];
  /** Answers every mail with this code from now on; undefined to take them again. */
  refuse(code: number | undefined): void;
  /** Keeps every mail from now on without an answer to whoever sent it; resolves with the first. */
  keepSilent(): Promise<void>;
  answerAgain(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<Inbox> {
  const mails: ReceivedMail[] = [];
  let refusal: number | undefined;
  let onTaken: (() => void) | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal !== undefined)
          return done(Object.assign(new Error('Refused'), { responseCode: refusal }));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map(({ address }) => address).join();
        const source = Buffer.concat(chunks).toString('utf8');
        mails.push({ from, to, text: decoded(source), source });
        if (onTaken === undefined) done();
        else onTaken();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (code) => void (refusal = code),
    keepSilent: () => new Promise((resolve) => (onTaken = resolve)),
    answerAgain: () => void (onTaken = undefined),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function decoded(source: string): string {
  if (!/quoted-printable/i.test(source)) return source;
  return source
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
