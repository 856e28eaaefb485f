import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '@orkestra/core';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { isAllowedOrigin } from '../http/origins';
import { SocketProtocol } from './socket-protocol.service';

const PATH = '/graphql';
const LARGEST_MESSAGE = 256 * 1024;
const PING_EVERY_MS = 15_000;
const GOODBYE_MS = 2_000;

/** Takes WebSockets on `/graphql`, from pages of our own origin and from programs. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private stopTaking: () => void = () => undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly protocol: SocketProtocol,
  ) {}

  onApplicationBootstrap(): void {
    // Before the protocol's own listener, which parses the message.
    this.sockets.on('connection', (socket) =>
      socket.on('message', (message: Buffer) => this.protocol.look(socket, message.toString())),
    );
    useServer(this.protocol.options(), this.sockets, PING_EVERY_MS);
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const take = (request: IncomingMessage, socket: Duplex, head: Buffer) => this.take(request, socket, head);
    server.on('upgrade', take);
    this.stopTaking = () => server.off('upgrade', take);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopTaking();
    for (const socket of this.sockets.clients) socket.close(1001, 'Going away');
    const impatience = setTimeout(
      () => this.sockets.clients.forEach((socket) => socket.terminate()),
      GOODBYE_MS,
    );
    await new Promise<void>((resolve) => this.sockets.close(() => resolve()));
    clearTimeout(impatience);
  }

  private take(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = request.headers;
    const [path] = (request.url ?? '').split('?');
    if (path !== PATH) return refuse(socket, '404 Not Found');
    // A browser names the page's origin in every handshake, and sends the cookie along whichever page opens the socket.
    if (origin !== undefined && !isAllowedOrigin(origin, this.config)) return refuse(socket, '403 Forbidden');
    this.sockets.handleUpgrade(request, socket, head, (opened) =>
      this.sockets.emit('connection', opened, request),
    );
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
