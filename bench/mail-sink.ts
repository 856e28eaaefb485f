import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything and keeps nothing but the number. */
export class MailSink {
  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
    private readonly counted: { readonly taken: number },
  ) {}

  get taken(): number {
    return this.counted.taken;
  }

  static async open(): Promise<MailSink> {
    const counted = { taken: 0 };
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => {
          counted.taken += 1;
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return new MailSink(server, `smtp://127.0.0.1:${port}`, counted);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
