import type { Response } from 'express';

/** An answer of JSON-RPC in place of a call. */
export interface Refusal {
  code?: number;
  message: string;
  /** Of the request, where it can be told. */
  id?: string | number | null;
  data?: unknown;
  headers?: Record<string, string>;
}

/** Answers an HTTP request that never became a call. */
export function refuse(
  res: Response,
  status: number,
  { code = -32000, message, id = null, data, headers = {} }: Refusal,
): void {
  res.status(status).set(headers).json({ jsonrpc: '2.0', id, error: { code, message, data } });
}
