import { Injectable } from '@nestjs/common';
import { queryRows, SystemDatabase } from '@orkestra/core';
import { UnsubscribeLinks } from '../channels/unsubscribe-links.service';
import { readChoices } from './choices.queries';
import { LockedPreferenceError } from './preferences.errors';
import { writePreferences } from './write-preferences.store';

/** Turns off what a link in a mail names; whoever has the mail may. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** What the link would turn off; changes nothing. @throws InvalidUnsubscribeLinkError */
  look(token: string): { channel: string; kinds: string[] } {
    const { channel, kinds } = this.links.read(token);
    return { channel, kinds };
  }

  /** Doing it twice is the same as once. @throws InvalidUnsubscribeLinkError, LockedPreferenceError */
  async use(token: string): Promise<void> {
    const { tenantId, personId, channel, kinds } = this.links.read(token);
    await this.database.run(async (em) => {
      const key = { tenantId, personId };
      const chosen = await readChoices(em, [key]);
      const locked = kinds.find((kind) => chosen.of(key, kind, channel).tenant?.locked === true);
      if (locked !== undefined) throw new LockedPreferenceError(locked, channel);
      await writePreferences(
        em,
        key,
        kinds.map((kind) => ({ kind, channel, mode: 'off' as const })),
      );
      await queryRows(em, FORGET_EXCEPTIONS, [tenantId, personId, channel, kinds]);
    });
  }
}

/** Those that would have it sent all the same. */
const FORGET_EXCEPTIONS = `
  DELETE FROM notification_rules
  WHERE tenant_id = $1 AND person_id = $2 AND channel = $3 AND mode <> 'off' AND (kind = '*' OR kind = ANY($4::text[]))`;
