import { once } from 'node:events';
import {
  connect,
  type ClientHttp2Session,
  constants,
  createSecureServer,
  type Http2SecureServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { TestAuthority } from './test-authority';

const UNAUTHENTICATED = '16';

interface ProxyOptions {
  authority: TestAuthority;
  /** In its certificate; not the one of its address. */
  name: string;
  apiKey: string;
  /** Of the Temporal behind it, host:port. */
  target: string;
}

/**
 * Stands before a Temporal as Temporal Cloud's front does: it speaks TLS, takes whoever shows a certificate of the authority, and
 * wants the API key and the namespace with each call.
 */
export class TemporalTlsProxy {
  /** Of each call that was let through: the client's name in its certificate, and the method. */
  readonly calls: string[] = [];
  private readonly sessions = new Set<ServerHttp2Session>();

  private constructor(
    private readonly server: Http2SecureServer,
    private readonly upstream: ClientHttp2Session,
    private readonly apiKey: string,
  ) {
    server.on('session', (session) => {
      this.sessions.add(session);
      session.on('error', () => undefined).once('close', () => this.sessions.delete(session));
    });
    server.on('stream', (stream, headers) => this.pass(stream, headers));
    upstream.on('error', () => undefined);
  }

  static async start({ authority, name, apiKey, target }: ProxyOptions): Promise<TemporalTlsProxy> {
    const { certificate: cert, key } = await authority.issue(name);
    const client = { ca: authority.certificate, requestCert: true, rejectUnauthorized: true };
    const server = createSecureServer({ cert, key, ...client });
    const proxy = new TemporalTlsProxy(server, connect(`http://${target}`), apiKey);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const session of this.sessions) session.destroy();
    this.upstream.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    stream.on('error', () => undefined);
    if (headers.authorization !== `Bearer ${this.apiKey}`) {
      return stream.respond(
        { 'content-type': 'application/grpc', 'grpc-status': UNAUTHENTICATED },
        { endStream: true },
      );
    }
    const { CN = '' } = (stream.session?.socket as TLSSocket).getPeerCertificate().subject;
    this.calls.push(`${String(CN)} ${headers[':path']?.split('/').at(-1)}`);
    const { ':path': path, ':method': method, ':authority': _, ':scheme': __, ...others } = headers;
    const call = this.upstream.request({ ...others, ':path': path, ':method': method });
    call.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
    stream.on('aborted', () => call.close(constants.NGHTTP2_CANCEL));
    let trailers: IncomingHttpHeaders = {};
    call.on('trailers', (received: IncomingHttpHeaders) => void (trailers = received));
    call.on('response', (received, flags) => {
      if (stream.destroyed) return;
      // An answer that is an error alone has no body and no trailers.
      const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
      stream.respond(received, { endStream, waitForTrailers: !endStream });
      if (endStream) return;
      stream.on('wantTrailers', () => stream.sendTrailers(trailers));
      call.pipe(stream);
    });
    stream.pipe(call);
  }
}
