import { createSocket } from 'node:dgram';

const TXT = 16;
const HEADER = 12;
const [NO_ERROR, SERVER_FAILURE, NO_SUCH_NAME] = [0, 2, 3];

export interface NameServer {
  /** As `DNS_SERVERS` takes it. */
  address: string;
  /** TXT records by name. */
  texts: Map<string, string[]>;
  /** Whether it answers that it cannot. */
  isBroken: boolean;
  close(): Promise<void>;
}

/** A name server that knows nothing but TXT records. */
export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4');
  const server: NameServer = {
    address: '',
    texts: new Map(),
    isBroken: false,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
  socket.on('message', (query, { port, address }) => {
    const { name, end } = questionOf(query);
    const texts = server.texts.get(name);
    const code = server.isBroken ? SERVER_FAILURE : texts === undefined ? NO_SUCH_NAME : NO_ERROR;
    socket.send(answerTo(query.subarray(0, end), code, server.isBroken ? [] : (texts ?? [])), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  server.address = `127.0.0.1:${socket.address().port}`;
  return server;
}

function questionOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 };
}

function answerTo(question: Buffer, code: number, texts: readonly string[]): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | code, 2);
  for (const [place, count] of [1, texts.length, 0, 0].entries()) head.writeUInt16BE(count, 4 + place * 2);
  return Buffer.concat([head, ...texts.map(recordOf)]);
}

function recordOf(text: string): Buffer {
  const parts = text.match(/.{1,200}/gs) ?? [''];
  const data = Buffer.concat(parts.map((part) => Buffer.from([part.length, ...Buffer.from(part, 'latin1')])));
  const record = Buffer.alloc(HEADER);
  // The name is where the question has it.
  record.writeUInt16BE(0xc000 | HEADER, 0);
  record.writeUInt16BE(TXT, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(data.length, 10);
  return Buffer.concat([record, data]);
}
