import { Injectable } from '@nestjs/common';
import type { LiveMessage } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { principalKey } from './principal-key';

/**
 * What subscriptions read because of one message: once for all of a principal, or of a tenant where what is read says
 * itself who may see it. A message is one object in a process, whoever follows it, and the reading begins after it came,
 * so that nobody is shown less than it tells of.
 */
@Injectable()
export class SharedReads {
  private readonly byMessage = new WeakMap<LiveMessage, Map<string, Promise<unknown>>>();

  /** @param what is read, among the readings of the message */
  once<T>(message: LiveMessage, ctx: TenantContext, what: string, read: () => Promise<T>): Promise<T> {
    return this.shared(message, `${principalKey(ctx)} ${what}`, read);
  }

  /** For all principals of the tenant: nothing of it may be shown before it was asked who may see it. */
  onceOfTenant<T>(
    message: LiveMessage,
    { tenantId }: TenantContext,
    what: string,
    read: () => Promise<T>,
  ): Promise<T> {
    return this.shared(message, `${tenantId} ${what}`, read);
  }

  private shared<T>(message: LiveMessage, key: string, read: () => Promise<T>): Promise<T> {
    const reads = this.byMessage.get(message) ?? new Map<string, Promise<unknown>>();
    this.byMessage.set(message, reads);
    const reading = reads.get(key) ?? read();
    reads.set(key, reading);
    return reading as Promise<T>;
  }
}
