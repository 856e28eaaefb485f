import {
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type JSONRPCNotification,
  type RequestId,
} from '@modelcontextprotocol/client';
import { notification } from './json-rpc';

const LISTS = ['tools', 'prompts', 'resources'] as const;

/** What a client of the 2025 era wants to be told, remembered for the session after this one. */
export class ResourceSubscriptions {
  private readonly uris = new Set<string>();
  private readonly gone = new Set<string>();
  private readonly asked = new Map<RequestId, { uri: string; subscribe: boolean }>();
  private changingLists: readonly string[] = [];

  /** Notes what the client asks for; it counts when the gateway agrees. */
  fromClient(message: JSONRPCMessage): void {
    if (!isJSONRPCRequest(message) || !/^resources\/(un)?subscribe$/.test(message.method)) return;
    const uri = message.params?.['uri'];
    if (typeof uri === 'string')
      this.asked.set(message.id, { uri, subscribe: message.method.endsWith('/subscribe') });
  }

  answered(message: JSONRPCMessage & { id?: RequestId }): void {
    const asked = message.id === undefined ? undefined : this.asked.get(message.id);
    if (asked === undefined) return;
    this.asked.delete(message.id as RequestId);
    if (!isJSONRPCResultResponse(message)) return;
    if (asked.subscribe) this.uris.add(asked.uri);
    else this.uris.delete(asked.uri);
  }

  /** @param result of `initialize`: whether lists may change */
  initialized(result: Record<string, unknown>): void {
    const capabilities = result['capabilities'] as Record<string, { listChanged?: boolean }> | undefined;
    this.changingLists = LISTS.filter((list) => capabilities?.[list]?.listChanged === true);
  }

  list(): string[] {
    return [...this.uris];
  }

  /** The new session refuses the subscription: `missed` tells the client once more to look, and so it finds out. */
  refused(uri: string): void {
    if (this.uris.delete(uri)) this.gone.add(uri);
  }

  /** Something may have been missed: the client is told to look at all of it again. */
  missed(): JSONRPCNotification[] {
    const uris = [...this.uris, ...this.gone];
    this.gone.clear();
    return [
      ...this.changingLists.map((list) => notification(`notifications/${list}/list_changed`)),
      ...uris.map((uri) => notification('notifications/resources/updated', { uri })),
    ];
  }
}
