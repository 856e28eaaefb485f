import type { Response } from 'express';

/** Answers an HTTP request that never became a call. */
export function refuse(
  res: Response,
  status: number,
  {
    code = -32000,
    message,
    headers = {},
  }: { code?: number; message: string; headers?: Record<string, string> },
): void {
  res.status(status).set(headers).json({ jsonrpc: '2.0', id: null, error: { code, message } });
}
