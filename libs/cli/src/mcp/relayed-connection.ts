import {
  isInitializeRequest,
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type JSONRPCResponse,
  type RequestId,
  SdkHttpError,
  type StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { setTimeout as delay } from 'node:timers/promises';
import { Listening } from './listening';
import { cancelledRequest, failure, unsent } from './json-rpc';
import { RenewedSession } from './renewed-session';
import { ResourceSubscriptions } from './resource-subscriptions';

const MOST_OPEN = 100;
const GOODBYE_MS = 1_000;

/**
 * One client's messages on their way to the gateway and back. Every request gets an answer, whatever happens
 * to the connection, and a session that the gateway forgot (it restarted) is opened again unseen.
 */
export class RelayedConnection {
  private readonly open = new Map<RequestId, AbortController>();
  private readonly subscriptions = new ResourceSubscriptions();
  private readonly listening: Listening;
  private readonly renewed: RenewedSession;
  private initialize: JSONRPCRequest | undefined;
  /** Messages that follow the handshake need its answer: the session and the protocol's version. */
  private handshake: Promise<void> | undefined;
  private handsShaken: () => void = () => undefined;
  private streams = 0;

  constructor(
    private readonly gateway: StreamableHTTPClientTransport,
    private readonly toClient: (message: JSONRPCMessage) => Promise<void>,
  ) {
    this.listening = new Listening(gateway, (message) => this.pass(message));
    this.renewed = new RenewedSession(gateway, this.subscriptions);
    gateway.onmessage = (message) => this.fromGateway(message);
  }

  async fromClient(message: JSONRPCMessage): Promise<void> {
    if (isInitializeRequest(message)) this.shakeHands(message as JSONRPCRequest);
    else await this.handshake;
    const cancelled = cancelledRequest(message);
    if (cancelled !== undefined) return this.cancel(cancelled, message);
    if (isJSONRPCRequest(message) && !this.accept(message)) return;
    try {
      await this.send(message);
    } catch (error) {
      this.failed(message, error);
    }
  }

  /** The stream of notifications stands. All but the first time something may have been missed. */
  async streamOpened(): Promise<void> {
    this.streams += 1;
    if (this.streams === 1 && this.subscriptions.list().length === 0) return;
    await this.renewed.settled();
    for (const message of this.subscriptions.missed()) this.pass(message);
  }

  async sessionLost(): Promise<void> {
    if (this.initialize !== undefined) await this.renewed.untilOpen(this.initialize);
  }

  async close(): Promise<void> {
    this.renewed.close();
    this.listening.close();
    for (const request of this.open.values()) request.abort();
    const longest = delay(GOODBYE_MS, undefined, { ref: false });
    await Promise.race([this.gateway.terminateSession(), longest]).catch(() => undefined);
    await this.gateway.close();
  }

  private shakeHands(initialize: JSONRPCRequest): void {
    this.initialize = initialize;
    this.handshake = new Promise((resolve) => (this.handsShaken = resolve));
  }

  /** False when the request is dealt with. */
  private accept(request: JSONRPCRequest): boolean {
    if (this.open.size + this.listening.size >= MOST_OPEN) {
      const text = `${MOST_OPEN} calls are open. Wait until some of them are answered.`;
      this.pass(failure(request.id, text));
      return false;
    }
    if (request.method === 'subscriptions/listen') {
      this.listening.begin(request);
      return false;
    }
    this.open.set(request.id, new AbortController());
    this.subscriptions.fromClient(request);
    return true;
  }

  /** Before the 2026 era a call is cancelled by a message, since then by closing its stream. */
  private async cancel(id: RequestId, message: JSONRPCMessage): Promise<void> {
    if (this.listening.cancel(id)) return;
    const call = this.open.get(id);
    // Whatever still comes of it is not for the client.
    this.open.delete(id);
    if (this.initialize !== undefined) await this.send(message).catch(() => undefined);
    call?.abort();
  }

  private async send(message: JSONRPCMessage): Promise<void> {
    try {
      await this.post(message);
    } catch (error) {
      const isLost = error instanceof SdkHttpError && error.status === 404;
      if (!isLost || this.initialize === undefined || isInitializeRequest(message)) throw error;
      await this.renewed.open(this.initialize);
      await this.post(message);
    }
  }

  private async post(message: JSONRPCMessage): Promise<void> {
    if (!isJSONRPCRequest(message)) return this.gateway.send(message);
    const call = this.open.get(message.id);
    if (call === undefined) return;
    await this.gateway.send(message, {
      requestSignal: call.signal,
      onRequestStreamEnd: () => this.failed(message, new Error('The connection to the gateway was lost')),
    });
  }

  private fromGateway(message: JSONRPCMessage): void {
    if (this.listening.fromGateway(message)) return;
    const isAnswer = isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message);
    if (!isAnswer || message.id === undefined) return this.pass(message);
    if (this.renewed.answered(message)) return;
    this.subscriptions.answered(message);
    if (message.id === this.initialize?.id) this.initialized(message);
    if (this.open.delete(message.id)) this.pass(message);
  }

  private initialized(message: JSONRPCResponse): void {
    if (isJSONRPCResultResponse(message)) {
      const { protocolVersion } = message.result;
      if (typeof protocolVersion === 'string') this.gateway.setProtocolVersion(protocolVersion);
      this.subscriptions.initialized(message.result);
    }
    this.handsShaken();
  }

  private failed(message: JSONRPCMessage, error: unknown): void {
    if (!isJSONRPCRequest(message) || !this.open.delete(message.id)) return;
    if (message.id === this.initialize?.id) this.handsShaken();
    const answer = unsent(message.id, error);
    this.subscriptions.answered(answer);
    this.pass(answer);
  }

  private pass(message: JSONRPCMessage): void {
    // When the client is gone there is nobody to tell.
    this.toClient(message).catch(() => undefined);
  }
}
