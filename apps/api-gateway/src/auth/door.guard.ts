import { type CanActivate, type ExecutionContext, Injectable, mixin, type Type } from '@nestjs/common';
import { plainAddress } from '@orkestra/core';
import { RateLimits } from '@orkestra/tenancy';
import type { Request } from 'express';

/** Limits how often one address may ask at a door that stands open to everybody. */
export function doorGuard(door: Parameters<RateLimits['admitStranger']>[0]): Type<CanActivate> {
  @Injectable()
  class DoorGuard implements CanActivate {
    constructor(private readonly limits: RateLimits) {}

    /** @throws RateLimitedError */
    async canActivate(context: ExecutionContext): Promise<boolean> {
      const { ip } = context.switchToHttp().getRequest<Request>();
      await this.limits.admitStranger(door, plainAddress(ip));
      return true;
    }
  }
  return mixin(DoorGuard);
}
