import {
  isJSONRPCNotification,
  type JSONRPCErrorResponse,
  type JSONRPCMessage,
  type JSONRPCNotification,
  type RequestId,
  SdkHttpError,
  SUBSCRIPTION_ID_META_KEY,
} from '@modelcontextprotocol/client';

/** The request that the message cancels. */
export function cancelledRequest(message: JSONRPCMessage): RequestId | undefined {
  if (!isJSONRPCNotification(message) || message.method !== 'notifications/cancelled') return undefined;
  const id = message.params?.['requestId'];
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

export function failure(id: RequestId, message: string): JSONRPCErrorResponse {
  return { jsonrpc: '2.0', id, error: { code: -32000, message } };
}

export function tooLarge(id: RequestId): JSONRPCErrorResponse {
  return failure(id, 'The request is larger than 1 MB. Send less.');
}

/** @param where the JSON pointer of a number that relaying would change */
export function inexact(id: RequestId, where: string): JSONRPCErrorResponse {
  const place = where.replace(/^\/params\/arguments(?=\/)/, '');
  const text = 'Has more digits than a number keeps exactly. Send it as text.';
  const message = `Nothing was done: a number cannot be kept. ${place}: ${text}`;
  return { jsonrpc: '2.0', id, error: { code: -32602, message } };
}

/** What a client is told about a request that did not get through. */
export function unsent(id: RequestId, error: unknown): JSONRPCErrorResponse {
  const status = error instanceof SdkHttpError ? error.status : undefined;
  if (status === 401) return failure(id, 'The API key is refused. Ask for a valid one.');
  if (status === 413) return tooLarge(id);
  const cause = 'Orkestra cannot be reached.';
  return failure(id, `${cause} Call again with the same arguments; nothing is done twice.`);
}

/** @param subscription of the 2026 era that it belongs to; the 2025 era has one for all */
export function notification(
  method: string,
  params?: Record<string, unknown>,
  subscription?: RequestId,
): JSONRPCNotification {
  const meta = subscription === undefined ? {} : { _meta: { [SUBSCRIPTION_ID_META_KEY]: subscription } };
  return { jsonrpc: '2.0', method, params: { ...params, ...meta } };
}
