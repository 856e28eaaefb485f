import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenant-context';

export interface EndingGroup {
  id: string;
  name: string;
}

/** Whoever keeps work for groups. */
export interface EndingListener {
  /** How many pieces of open work refer to the group. */
  count(em: EntityManager, ctx: TenantContext, groupId: string): Promise<number>;
  /** Keeps others from changing that work until the transaction ends; the group is not locked yet. */
  hold(em: EntityManager, ctx: TenantContext, groupId: string): Promise<void>;
  /** Gives all of it to another group, in the transaction that deletes the first. Afterwards is called once it has committed. */
  move(
    em: EntityManager,
    ctx: TenantContext,
    from: EndingGroup,
    to: EndingGroup,
  ): Promise<{ moved: number; afterwards: () => void }>;
}

/** Who has to do something when a group is deleted. Libs above this one register themselves at the start. */
@Injectable()
export class GroupEnds {
  private readonly listeners: EndingListener[] = [];

  register(listener: EndingListener): void {
    this.listeners.push(listener);
  }

  async count(em: EntityManager, ctx: TenantContext, groupId: string): Promise<number> {
    let open = 0;
    for (const listener of this.listeners) open += await listener.count(em, ctx, groupId);
    return open;
  }

  async hold(em: EntityManager, ctx: TenantContext, groupId: string): Promise<void> {
    for (const listener of this.listeners) await listener.hold(em, ctx, groupId);
  }

  async move(
    em: EntityManager,
    ctx: TenantContext,
    from: EndingGroup,
    to: EndingGroup,
  ): Promise<{ moved: number; afterwards: () => void }> {
    let moved = 0;
    const calls: (() => void)[] = [];
    for (const listener of this.listeners) {
      const done = await listener.move(em, ctx, from, to);
      moved += done.moved;
      calls.push(done.afterwards);
    }
    return { moved, afterwards: () => calls.forEach((call) => call()) };
  }
}
