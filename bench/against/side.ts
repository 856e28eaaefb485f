import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { fillTasks as FillTasks } from '../../libs/tasks/src/testing/fill-tasks';
import { InboxReader } from '../inbox-reader';
import { OrkestraClient } from '../orkestra-client';
import { RawFloor } from '../raw-floor';
import { type Stack, startStack } from '../stack';
import { ProcessWatch } from '../process-watch';
import { Audience } from './audience';
import type { Revision } from './built-revision';

const TASKS = 100_000;
const QUEUES = 10;
/** Where a revision keeps what fills its tables, the newest first. */
const FILLERS = ['dist/libs/tasks/src/testing/fill-tasks.js', 'dist/bench/fill-tasks.js'];

/** A running stack of one revision, with whoever works against it. */
export class Side {
  private gathered?: Promise<Audience>;

  private constructor(
    readonly revision: Revision,
    readonly stack: Stack,
    readonly inbox: InboxReader,
    readonly client: OrkestraClient,
    readonly floor: RawFloor,
    private readonly admin: Client,
  ) {}

  static async start(revision: Revision): Promise<Side> {
    const home = mkdtempSync(join(tmpdir(), 'orkestra-against-home-'));
    const stack = await startStack(home, revision.folder);
    const admin = new Client({ connectionString: superuserUrl(stack, home) });
    admin.on('error', () => undefined);
    await admin.connect();
    return new Side(
      revision,
      stack,
      await InboxReader.connect(stack, admin),
      await OrkestraClient.connect(stack),
      await RawFloor.start(stack.temporalAddress),
      admin,
    );
  }

  /** 100,000 open tasks, a tenth of them in the reader's queue, by the statement of the revision itself. */
  async fill(): Promise<void> {
    const { tenantId, principal } = this.inbox.ctx;
    const own = principal.groups[0]?.id ?? '';
    const { rows } = await this.admin.query<{ id: string }>(
      'SELECT id FROM groups WHERE tenant_id = $1 AND id <> $2 ORDER BY key',
      [tenantId, own],
    );
    const others = rows.map(({ id }) => id);
    const groupIds = Array.from({ length: QUEUES }, (_, n) =>
      n === 0 ? own : (others[n % others.length] ?? own),
    );
    const fillTasks = this.filler();
    await fillTasks(this.admin, { tenantId, userId: principal.id, groupIds, open: TASKS, closed: 0 });
    await this.admin.query('VACUUM (ANALYZE) tasks, task_candidates, task_search');
    await this.admin.query('CHECKPOINT');
  }

  /** 500 people in ten groups, who are there from the first call on. */
  audience(): Promise<Audience> {
    return (this.gathered ??= Audience.gather(this.stack, this.admin, { groups: 10, perGroup: 50 }));
  }

  watch(program: string): ProcessWatch {
    return new ProcessWatch(this.stack.pids[program] ?? NaN);
  }

  async stop(): Promise<void> {
    await (await this.gathered)?.leave();
    this.client.stop();
    await this.floor.stop();
    await this.inbox.close();
    await this.admin.end();
    await this.stack.stop();
  }

  private filler(): typeof FillTasks {
    const file = FILLERS.map((name) => join(this.revision.folder, name)).find((path) => existsSync(path));
    if (file === undefined) throw new Error(`${this.revision.name} has nothing that fills its tables`);
    return (createRequire(file)(file) as { fillTasks: typeof FillTasks }).fillTasks;
  }
}

/** The superuser of the stack's own cluster, for filling the tables past their triggers. */
function superuserUrl({ systemDatabaseUrl }: Stack, home: string): string {
  const { superuser } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { superuser: string };
  const url = new URL(systemDatabaseUrl);
  [url.username, url.password] = ['postgres', encodeURIComponent(superuser)];
  return url.href;
}
