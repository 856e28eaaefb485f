import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Interceptor, InterceptingCall, Metadata, status } from '@grpc/grpc-js';
import { dataConverterFrom } from '@orkestra/sdk/codec';
import { connectionFrom, type TemporalConnectionOptions } from '@orkestra/sdk/connection';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Config } from './process/config';

/** @throws Error naming the setting, such as of a file that cannot be read */
export function temporalConnectionOptions(config: Config): TemporalConnectionOptions {
  const settings = Object.entries(config).filter(([name]) => name.startsWith('TEMPORAL_'));
  return connectionFrom(
    Object.fromEntries(settings.map(([name, value]) => [name, value === undefined ? value : String(value)])),
  );
}

/** What encrypts payloads; undefined while `TEMPORAL_CODEC` is off. @throws Error when it is on without a key */
export function temporalDataConverter({
  TEMPORAL_CODEC,
  TEMPORAL_CODEC_KEY,
}: Config): DataConverter | undefined {
  return dataConverterFrom({ TEMPORAL_CODEC, TEMPORAL_CODEC_KEY: TEMPORAL_CODEC_KEY.join(',') });
}

/** gRPC's wait before it connects again. By default it grows to two minutes, which decisions would wait after an outage. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

/** The process's connection to Temporal. It is made on first use, so that a server starts without Temporal. */
@Injectable()
export class TemporalConnection implements OnApplicationShutdown {
  readonly client: Client;
  private readonly connection: Connection;
  private isClosed = false;

  constructor(config: Config) {
    this.connection = Connection.lazy({
      ...temporalConnectionOptions(config),
      channelArgs: RECONNECT,
      // The second is asked by the first, for each attempt.
      interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), this.endAfterClosing],
    });
    this.client = new Client({
      connection: this.connection,
      namespace: config.TEMPORAL_NAMESPACE,
      dataConverter: temporalDataConverter(config),
    });
  }

  async ping(): Promise<void> {
    await this.connection.withDeadline(Date.now() + 2_000, () =>
      this.connection.workflowService.getSystemInfo({}),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.connection.close();
  }

  /** An attempt that comes after the channel is closed would throw where nobody catches it. */
  private readonly endAfterClosing: Interceptor = (options, nextCall) => {
    if (!this.isClosed) return new InterceptingCall(nextCall(options));
    const nothing = () => undefined;
    return new InterceptingCall({
      start: (_, listener) =>
        listener?.onReceiveStatus?.({
          ...{ code: status.CANCELLED, details: 'The connection to Temporal is closed' },
          metadata: new Metadata(),
        }),
      getPeer: () => '',
      getAuthContext: () => null,
      ...{ cancelWithStatus: nothing, sendMessageWithContext: nothing, sendMessage: nothing },
      ...{ startRead: nothing, halfClose: nothing },
    });
  };
}
