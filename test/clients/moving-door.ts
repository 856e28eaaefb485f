import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** One address in front of several gateways, as a load balancer is: `move` breaks what is open and leads elsewhere. */
export class MovingDoor {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private port: number) {
    this.server = createServer((client) => {
      const gateway = connect(this.port, '127.0.0.1');
      for (const [from, to] of [
        [client, gateway],
        [gateway, client],
      ] as const) {
        this.sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => this.sockets.delete(from) && to.destroy());
        from.pipe(to);
      }
    });
  }

  static async open(to: URL): Promise<MovingDoor> {
    const door = new MovingDoor(Number(to.port));
    await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve));
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/mcp`;
  }

  move(to: URL): void {
    this.port = Number(to.port);
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
