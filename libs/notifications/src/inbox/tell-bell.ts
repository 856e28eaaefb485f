import type { LiveBus } from '@orkestra/core';

/** Tells the open windows of people that there is something new, or that something was read elsewhere. */
export function tellBell(live: LiveBus, people: readonly { tenantId: string; personId: string }[]): void {
  const once = new Map(people.map((person) => [`${person.tenantId}/${person.personId}`, person]));
  for (const { tenantId, personId } of once.values())
    live.publish({ tenantId, topic: 'notification', id: personId, revision: 0, kind: 'changed' });
}
