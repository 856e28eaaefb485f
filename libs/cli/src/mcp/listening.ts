import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type RequestId,
  SdkHttpError,
  type StreamableHTTPClientTransport,
  SUBSCRIPTION_ID_META_KEY,
  type SubscriptionFilter,
} from '@modelcontextprotocol/client';
import { backOffMs } from '../environment/back-off';
import { notification, unsent } from './json-rpc';

interface Subscription {
  request: JSONRPCRequest;
  abort: AbortController;
  /** What the gateway agreed to tell; absent until it did. */
  honored?: SubscriptionFilter;
  lost: boolean;
  attempts: number;
}

/**
 * The `subscriptions/listen` of a client of the 2026 era. Each is one long answer; when it breaks off it is
 * asked for again until it stands, and the client, which sees none of this, is told what it may have missed.
 */
export class Listening {
  private readonly subscriptions = new Map<RequestId, Subscription>();

  constructor(
    private readonly gateway: Pick<StreamableHTTPClientTransport, 'send'>,
    private readonly toClient: (message: JSONRPCMessage) => void,
  ) {}

  get size(): number {
    return this.subscriptions.size;
  }

  begin(request: JSONRPCRequest): void {
    const subscription = { request, abort: new AbortController(), lost: false, attempts: 0 };
    this.subscriptions.set(request.id, subscription);
    this.ask(subscription);
  }

  /** True when it was a subscription. */
  cancel(id: RequestId): boolean {
    this.subscriptions.get(id)?.abort.abort();
    return this.subscriptions.delete(id);
  }

  close(): void {
    for (const id of this.subscriptions.keys()) this.cancel(id);
  }

  /** True when the message is dealt with here. */
  fromGateway(message: JSONRPCMessage): boolean {
    const subscription = this.subscriptions.get(subscriptionOf(message) as RequestId);
    if (subscription === undefined) return false;
    if (isJSONRPCNotification(message)) {
      if (message.method !== 'notifications/subscriptions/acknowledged') return false;
      return this.acknowledged(subscription, message.params?.['notifications'] as SubscriptionFilter);
    }
    // The gateway ends what it is asked for as it stops; only an empty subscription has an end of its own.
    if (isJSONRPCResultResponse(message) && Object.keys(subscription.honored ?? {}).length > 0) return true;
    this.subscriptions.delete(subscription.request.id);
    this.toClient(message);
    return true;
  }

  private ask(subscription: Subscription): void {
    const { request, abort } = subscription;
    const lose = () => this.askAgain(subscription);
    this.gateway
      .send(request, { requestSignal: abort.signal, onRequestStreamEnd: lose })
      .catch((error: unknown) => this.refused(subscription, error));
  }

  private refused(subscription: Subscription, error: unknown): void {
    const refused = error instanceof SdkHttpError && [400, 401, 403].includes(error.status ?? 0);
    if (!refused && subscription.honored !== undefined) return this.askAgain(subscription);
    const { id } = subscription.request;
    if (this.subscriptions.delete(id)) this.toClient(unsent(id, error));
  }

  private askAgain(subscription: Subscription): void {
    const { request, abort } = subscription;
    if (!this.subscriptions.has(request.id) || abort.signal.aborted) return;
    if (subscription.honored === undefined) return this.refused(subscription, undefined);
    subscription.lost = true;
    setTimeout(() => !abort.signal.aborted && this.ask(subscription), backOffMs(subscription.attempts++));
  }

  private acknowledged(subscription: Subscription, honored: SubscriptionFilter = {}): boolean {
    const again = subscription.lost;
    Object.assign(subscription, { honored, lost: false, attempts: 0 });
    if (again) for (const message of missed(subscription.request.id, honored)) this.toClient(message);
    return again;
  }
}

function subscriptionOf(message: JSONRPCMessage): RequestId | undefined {
  if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) return message.id;
  return (message.params?._meta as Record<string, RequestId> | undefined)?.[SUBSCRIPTION_ID_META_KEY];
}

function missed(id: RequestId, honored: SubscriptionFilter): JSONRPCMessage[] {
  const changed = (list: string) => notification(`notifications/${list}/list_changed`, {}, id);
  return [
    ...(honored.toolsListChanged ? [changed('tools')] : []),
    ...(honored.promptsListChanged ? [changed('prompts')] : []),
    ...(honored.resourcesListChanged ? [changed('resources')] : []),
    ...(honored.resourceSubscriptions ?? []).map((uri) =>
      notification('notifications/resources/updated', { uri }, id),
    ),
  ];
}
