import {
  isInitializeRequest,
  isJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type JSONRPCRequest,
  SdkHttpError,
  type StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';

type RequestId = JSONRPCRequest['id'];
const RENEWAL_ID = 'orkestra-relay-renewal';

/**
 * One client's messages on their way to the gateway and back. Every request gets an answer, whatever happens
 * to the connection, and a session that the gateway forgot (it restarted) is opened again unseen.
 */
export class RelayedConnection {
  private readonly open = new Map<RequestId, AbortController>();
  private initialize: JSONRPCRequest | undefined;
  /** Messages that follow the handshake need its answer: the session and the protocol's version. */
  private handshake: Promise<void> | undefined;
  private handsShaken: () => void = () => undefined;
  private renewal: Promise<void> | undefined;
  private renewed: () => void = () => undefined;

  constructor(
    private readonly gateway: StreamableHTTPClientTransport,
    private readonly toClient: (message: JSONRPCMessage) => Promise<void>,
  ) {
    gateway.onmessage = (message) => this.fromGateway(message);
  }

  async fromClient(message: JSONRPCMessage): Promise<void> {
    if (isInitializeRequest(message)) this.shakeHands(message as JSONRPCRequest);
    else await this.handshake;
    const cancelled = this.takeCancelled(message);
    // In the 2026 era a call over HTTP is cancelled by closing its stream, before that by a message.
    if (cancelled !== undefined && this.initialize === undefined) return cancelled.abort();
    try {
      await this.send(message);
    } catch (error) {
      this.failed(message, error);
    }
  }

  async close(): Promise<void> {
    for (const request of this.open.values()) request.abort();
    await this.gateway.terminateSession().catch(() => undefined);
    await this.gateway.close();
  }

  private shakeHands(initialize: JSONRPCRequest): void {
    this.initialize = initialize;
    this.handshake = new Promise((resolve) => (this.handsShaken = resolve));
  }

  private async send(message: JSONRPCMessage): Promise<void> {
    try {
      await this.post(message);
    } catch (error) {
      const sessionLost =
        error instanceof SdkHttpError && error.status === 404 && this.initialize !== undefined;
      if (!sessionLost || isInitializeRequest(message)) throw error;
      await (this.renewal ??= this.renew().finally(() => (this.renewal = undefined)));
      await this.post(message);
    }
  }

  private async post(message: JSONRPCMessage): Promise<void> {
    if (!isJSONRPCRequest(message)) return this.gateway.send(message);
    const request = new AbortController();
    this.open.set(message.id, request);
    await this.gateway.send(message, {
      requestSignal: request.signal,
      onRequestStreamEnd: () => this.failed(message, new Error('The connection to the gateway was lost')),
    });
  }

  private fromGateway(message: JSONRPCMessage): void {
    const isAnswer = isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message);
    if (!isAnswer || message.id === undefined) return this.pass(message);
    if (message.id === RENEWAL_ID) return this.renewed();
    if (message.id === this.initialize?.id) {
      const version = isJSONRPCResultResponse(message) ? message.result['protocolVersion'] : undefined;
      if (typeof version === 'string') this.gateway.setProtocolVersion(version);
      this.handsShaken();
    }
    if (this.open.delete(message.id)) this.pass(message);
  }

  /** The same handshake once more; the client knows of none of it. */
  private async renew(): Promise<void> {
    const answered = new Promise<void>((resolve, reject) => {
      this.renewed = resolve;
      const request = { ...(this.initialize as JSONRPCRequest), id: RENEWAL_ID };
      const onRequestStreamEnd = () => reject(new Error('The gateway did not open a session'));
      this.gateway.send(request, { onRequestStreamEnd }).catch(reject);
    });
    await answered;
    await this.gateway.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  }

  /** The call that the message cancels; whatever still comes of it is not for the client. */
  private takeCancelled(message: JSONRPCMessage): AbortController | undefined {
    if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined;
    const id = message.params?.['requestId'] as RequestId;
    const request = this.open.get(id);
    this.open.delete(id);
    return request;
  }

  private failed(message: JSONRPCMessage, error: unknown): void {
    if (!isJSONRPCRequest(message) || !this.open.delete(message.id)) return;
    if (message.id === this.initialize?.id) this.handsShaken();
    this.pass({ jsonrpc: '2.0', id: message.id, error: { code: -32000, message: explain(error) } });
  }

  private pass(message: JSONRPCMessage): void {
    // When the client is gone there is nobody to tell.
    this.toClient(message).catch(() => undefined);
  }
}

function explain(error: unknown): string {
  if (error instanceof SdkHttpError && error.status === 401)
    return 'The API key is refused. Ask for a valid one.';
  if (error instanceof SdkHttpError && error.status === 413)
    return 'The request is larger than 1 MB. Send less.';
  return 'Orkestra cannot be reached. Call again with the same arguments; nothing is done twice.';
}
