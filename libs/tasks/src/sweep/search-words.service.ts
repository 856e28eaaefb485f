import { Injectable } from '@nestjs/common';
import { queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import type { Beat } from './task-sweep.service';

/** A few at once, since whoever ends one of these tasks waits for them. */
const TASKS_AT_ONCE = 200;
/** The rest waits for the next round, so that the other steps of this one come soon. */
const MOST_BATCHES = 100;

/** Indexes anew for searches what was indexed by earlier rules. */
@Injectable()
export class SearchWordsService {
  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
  ) {}

  /** Says how many tasks; 0 once all are done. */
  async renew(beat: Beat = () => undefined): Promise<number> {
    let renewed = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const outdated = await this.system.query<{ tenantId: string; ids: string[] }>(OUTDATED);
      if (outdated.length === 0) break;
      for (const { tenantId, ids } of outdated) {
        const rows = await this.database.run({ tenantId }, (em) => queryRows(em, RENEW, [tenantId, ids]));
        renewed += rows.length;
      }
      beat();
    }
    return renewed;
  }
}

const OUTDATED = `
  SELECT tenant_id AS "tenantId", array_agg(task_id) AS ids
  FROM (SELECT tenant_id, task_id FROM task_search WHERE words_version < 2
        ORDER BY tenant_id, task_id LIMIT ${TASKS_AT_ONCE}) s
  GROUP BY tenant_id`;

/** As the trigger of `task_payloads` does, which may have been there first. */
const RENEW = `
  UPDATE task_search s SET words = task_words(t.title, t.description, c.body), words_version = 2
  FROM tasks t LEFT JOIN task_payloads c ON c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.kind = 'context'
    AND c.key_id IS NULL
  WHERE s.tenant_id = $1 AND s.task_id = ANY($2::uuid[]) AND s.words_version < 2
    AND t.tenant_id = s.tenant_id AND t.id = s.task_id
  RETURNING s.task_id`;
