import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenant-context';
import { type Departure, NO_DEPARTURE } from './departure';

export interface LeavingPerson {
  id: string;
  displayName: string;
}

/** Whoever keeps something for people that must not stay with one who leaves. */
export interface LeavingListener {
  /** What would happen; nothing is changed. */
  foretell(em: EntityManager, ctx: TenantContext, person: LeavingPerson): Promise<Departure>;
  /** In the transaction that deactivates the person. Afterwards is called once it has committed. */
  leave(
    em: EntityManager,
    ctx: TenantContext,
    person: LeavingPerson,
  ): Promise<{ departure: Departure; afterwards: () => void }>;
}

/** Who has to do something when a person leaves. Libs above this one register themselves at the start. */
@Injectable()
export class PersonLeaves {
  private readonly listeners: LeavingListener[] = [];

  register(listener: LeavingListener): void {
    this.listeners.push(listener);
  }

  async foretell(em: EntityManager, ctx: TenantContext, person: LeavingPerson): Promise<Departure> {
    let all = NO_DEPARTURE;
    for (const listener of this.listeners) all = sum(all, await listener.foretell(em, ctx, person));
    return all;
  }

  async leave(
    em: EntityManager,
    ctx: TenantContext,
    person: LeavingPerson,
  ): Promise<{ departure: Departure; afterwards: () => void }> {
    let departure = NO_DEPARTURE;
    const calls: (() => void)[] = [];
    for (const listener of this.listeners) {
      const left = await listener.leave(em, ctx, person);
      departure = sum(departure, left.departure);
      calls.push(left.afterwards);
    }
    return { departure, afterwards: () => calls.forEach((call) => call()) };
  }
}

function sum(one: Departure, other: Departure): Departure {
  return {
    held: one.held + other.held,
    toGroups: [...one.toGroups, ...other.toGroups],
    toPeople: [...one.toPeople, ...other.toPeople],
    claimable: one.claimable + other.claimable,
    waiting: one.waiting + other.waiting,
    lent: one.lent + other.lent,
    standingRules: one.standingRules + other.standingRules,
  };
}
