import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Logger } from '@orkestra/core';
import { ReplyIntake, type Taken } from '@orkestra/notifications';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

const LARGEST_MAIL = 10 * 1024 * 1024;
const MOST_CLIENTS = 50;
const MOST_RECIPIENTS = 10;
const SILENCE_MS = 30_000;

/**
 * Takes replies by SMTP from the mail server of the operator, where `MAIL_REPLIES_DOMAIN` is set. What does not count is
 * refused while the sender's server is on the line, which tells them why: Orkestra writes no answer of its own, to nobody
 * whose address was made up, and nothing goes round in circles.
 */
@Injectable()
export class ReplyListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private server: SMTPServer | undefined;

  constructor(
    private readonly intake: ReplyIntake,
    private readonly config: Config,
    logger: Logger,
  ) {
    this.logger = logger.child('replies');
  }

  async onApplicationBootstrap(): Promise<void> {
    const { MAIL_REPLIES_DOMAIN: name, MAIL_REPLIES_PORT: port, HOST: host } = this.config;
    if (name === undefined) return;
    const server = new SMTPServer({
      ...{ name, size: LARGEST_MAIL, maxClients: MOST_CLIENTS, socketTimeout: SILENCE_MS },
      ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true },
      onRcptTo: ({ address }, session, done) => {
        const room = session.envelope.rcptTo.length < MOST_RECIPIENTS;
        done(room && this.intake.knows(address) ? null : answerOf(550, 'There is no such address here.'));
      },
      onData: (stream, session, done) => {
        this.take(stream, session).then(
          (problem) => done(problem),
          (error: unknown) => {
            this.logger.failure({ err: error }, 'A reply could not be taken');
            done(answerOf(451, 'This did not work. Try again later.'));
          },
        );
      },
    });
    server.on('error', (error) => this.logger.warn({ err: error }, 'A sender of replies was lost'));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, host, () => {
        server.server.removeListener('error', reject);
        resolve();
      });
    });
    this.server = server;
    this.logger.info({ port }, 'Replies are taken');
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server !== undefined) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) return answerOf(552, 'This mail is too large.');
    const { mailFrom, rcptTo } = session.envelope;
    const taken = await this.intake.take({
      sender: mailFrom === false ? '' : mailFrom.address,
      recipients: rcptTo.map(({ address }) => address),
      source: Buffer.concat(chunks),
    });
    this.logger.info({ outcome: taken.kind }, 'A reply came');
    return problemOf(taken);
  }
}

function problemOf(taken: Taken): Error | null {
  if (taken.kind === 'refused') return answerOf(550, taken.text);
  return taken.kind === 'later' ? answerOf(451, taken.text) : null;
}

function answerOf(responseCode: number, text: string): Error {
  const oneLine = text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 400);
  return Object.assign(new Error(oneLine), { responseCode });
}
