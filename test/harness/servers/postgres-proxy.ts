import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** How Postgres's protocol marks a notification to whoever listens. */
const NOTIFICATION = 'A'.charCodeAt(0);

/** Stands between a program and Postgres, and fails in the ways that networks and poolers do. */
export class PostgresProxy {
  private readonly sockets = new Set<Socket>();
  private mode: 'open' | 'cut' | 'silent' = 'open';

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly swallowsNotifications: boolean,
  ) {
    server.on('connection', (socket) => this.accept(socket));
  }

  /** @param pooler like PgBouncer in transaction mode, it lets no notification through */
  static async start(target: string, { pooler = false } = {}): Promise<PostgresProxy> {
    const server = createServer();
    const proxy = new PostgresProxy(server, new URL(target), pooler);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  /** The address of `url` by way of this proxy. */
  through(url: string): string {
    const by = new URL(url);
    by.port = String((this.server.address() as { port: number }).port);
    return by.href;
  }

  /** Ends all connections and takes no new ones, until `heal`. */
  cut(): void {
    this.mode = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets connections stand and nothing through, as a host that has lost its power, until `heal`. */
  fallSilent(): void {
    this.mode = 'silent';
    for (const socket of this.sockets) socket.pause();
  }

  /** New connections work again; those that have fallen silent stay so. */
  heal(): void {
    this.mode = 'open';
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private accept(socket: Socket): void {
    if (this.mode === 'cut') return void socket.destroy();
    const upstream = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    socket.on('data', (chunk) => upstream.write(chunk));
    const pass = (bytes: Buffer) => socket.write(bytes);
    upstream.on('data', this.swallowsNotifications ? withoutNotifications(pass) : pass);
  }
}

/** Each message is a byte for its kind, four for its length with themselves, and its content. */
function withoutNotifications(pass: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const length = rest.readUInt32BE(1) + 1;
      if (rest[0] !== NOTIFICATION) pass(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}
