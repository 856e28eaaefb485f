import { plainAddress } from '@orkestra/core';
import type { CallerOrigin } from '@orkestra/tenancy';
import type { Request } from 'express';

export function originOf({ ip, headers }: Request): CallerOrigin {
  return { remoteAddress: plainAddress(ip), userAgent: headers['user-agent'] };
}
