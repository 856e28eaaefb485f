import { operatorProgram } from '../operator/operator-program';
import { checkClock } from './clock-check';
import { type Finding, skipped } from './finding';
import type { DoctorSettings } from './settings';

const URLS = ['MIGRATION_DATABASE_URL', 'DATABASE_URL', 'SYSTEM_DATABASE_URL'];

/** Whether Postgres answers, has the tables of this version and the roles, and tells the time as we do. */
export async function checkDatabase({ servers }: DoctorSettings): Promise<Finding[]> {
  if (!URLS.some((name) => servers[name]))
    return [skipped('postgres', `${URLS.join(', ')} are not set, and no stack of npm start runs here.`)];
  const { findings, clock } = await (await operatorProgram()).examineDatabase(servers);
  return [...findings, ...(clock === undefined ? [] : [checkClock('Postgres', clock)])];
}
