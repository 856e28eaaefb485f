import { DomainError, type Logger, runWithCorrelation } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { ProtocolError } from '@modelcontextprotocol/server';
import { invalidParams } from '../protocol/protocol.errors';
import type { Changes } from '../protocol/resource';
import { type Found, LONGEST_URI } from '../protocol/resource-uri';
import type { ClientStream } from './client-stream';
import type { ResourceCatalogue } from './resource-catalogue.service';
import { TooManySubscriptionsError } from './subscriptions.errors';

const MOST_PER_CONNECTION = 200;
/** An update of one resource is sent at most this often, however often it changes. */
const REST_MS = 100;
const AFTER_FAILURE_MS = 1_000;
/** How long a key that was looked at counts as valid. */
const TRUSTED_MS = 1_000;

/** Where changes come from. */
export interface ChangeSource {
  catalogue: Pick<ResourceCatalogue, 'find' | 'maySee'>;
  /** Calls the listener after each change, until the returned function is called. */
  watch(ctx: TenantContext, changes: readonly Changes[], listener: () => void): () => void;
}

interface Watched extends Found {
  leave: () => void;
}

/**
 * What one client watches. What has changed waits as a set of URIs until the client takes it, so a slow reader
 * costs no more than its subscriptions; and it is sent only to who may see the resource at that moment.
 */
export class Subscriptions {
  private readonly watched = new Map<string, Watched>();
  private readonly changed = new Set<string>();
  private caller: { ctx: TenantContext; until: number } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private delivering = false;
  private restUntil = 0;
  private closed = false;

  constructor(
    private readonly updates: ChangeSource,
    private readonly stream: ClientStream,
    private readonly send: (uri: string) => void,
    private readonly logger: Logger,
  ) {
    stream.onready = () => this.wake();
  }

  /**
   * Watches a resource, whether or not it exists: nobody learns that from a subscription.
   * @returns false for a URI of which there will never be news
   * @throws MissingScopeError, TooManySubscriptionsError, ProtocolError
   */
  add(ctx: TenantContext, uri: string): boolean {
    if (uri.length > LONGEST_URI) throw invalidParams(`The URI is longer than ${LONGEST_URI} characters.`);
    const found = this.updates.catalogue.find(ctx, uri);
    const changes = found?.resource.changes(ctx, found.id) ?? [];
    if (found === undefined || changes.length === 0 || this.closed) return false;
    if (this.watched.has(uri)) return true;
    if (this.watched.size >= MOST_PER_CONNECTION)
      throw new TooManySubscriptionsError(MOST_PER_CONNECTION, 'connection');
    const leave = this.updates.watch(ctx, changes, () => {
      this.changed.add(uri);
      this.wake();
    });
    this.watched.set(uri, { ...found, leave });
    return true;
  }

  /** @returns whether it was watched */
  remove(uri: string): boolean {
    this.watched.get(uri)?.leave();
    this.changed.delete(uri);
    return this.watched.delete(uri);
  }

  /**
   * Makes these the ones that are watched. Those that were not before count as changed: something may have been missed.
   * What the caller may not watch any more is left out.
   */
  become(ctx: TenantContext, uris: readonly string[]): void {
    for (const uri of [...this.watched.keys()]) if (!uris.includes(uri)) this.remove(uri);
    for (const uri of uris) {
      if (!this.watched.has(uri) && mayAdd(() => this.add(ctx, uri))) this.changed.add(uri);
    }
    this.wake();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const uri of [...this.watched.keys()]) this.remove(uri);
  }

  private wake(): void {
    if (this.closed || this.delivering || this.timer !== undefined || this.changed.size === 0) return;
    if (!this.stream.ready()) return;
    this.timer = setTimeout(() => void this.deliver(), Math.max(0, this.restUntil - performance.now()));
  }

  private async deliver(): Promise<void> {
    this.timer = undefined;
    this.delivering = true;
    this.restUntil = performance.now() + REST_MS;
    await runWithCorrelation(undefined, () => this.deliverChanged()).catch((error: unknown) =>
      this.failed(error),
    );
    this.delivering = false;
    this.wake();
  }

  private async deliverChanged(): Promise<void> {
    const ctx = await this.authenticate();
    for (const uri of [...this.changed]) {
      if (!this.stream.ready()) return;
      this.changed.delete(uri);
      if (await this.isForCaller(ctx, uri)) this.send(uri);
    }
  }

  private async isForCaller(ctx: TenantContext, uri: string): Promise<boolean> {
    const watched = this.watched.get(uri);
    if (watched === undefined) return false;
    try {
      const visible = await this.updates.catalogue.maySee(ctx, watched);
      return visible && this.watched.get(uri) === watched;
    } catch (error) {
      if (this.watched.get(uri) === watched) this.changed.add(uri);
      throw error;
    }
  }

  private async authenticate(): Promise<TenantContext> {
    if (this.caller !== undefined && this.caller.until > performance.now()) return this.caller.ctx;
    const ctx = await this.stream.authenticate();
    this.caller = { ctx, until: performance.now() + TRUSTED_MS };
    return ctx;
  }

  private failed(error: unknown): void {
    if (error instanceof DomainError && error.kind === 'unauthenticated') {
      this.logger.info('A key that is not valid any more was listening');
      this.close();
      this.stream.end();
      return;
    }
    this.restUntil = performance.now() + AFTER_FAILURE_MS;
    this.logger.warn({ err: error }, 'Updates wait until they can be delivered');
  }
}

/** For what is asked in passing: false in place of a refusal. */
export function mayAdd(add: () => boolean): boolean {
  try {
    return add();
  } catch (error) {
    if (error instanceof DomainError || error instanceof ProtocolError) return false;
    throw error;
  }
}
