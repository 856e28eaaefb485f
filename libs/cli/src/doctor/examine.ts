import type { Environment } from '../environment/environment';
import { checkDatabase } from './database-checks';
import { checkDisk } from './disk-check';
import { fail, type Finding } from './finding';
import { checkGateway } from './gateway-checks';
import { checkNode } from './node-check';
import { checkPorts } from './port-checks';
import { checkProject } from './project-checks';
import { checkSecrets } from './secret-checks';
import { doctorSettings } from './settings';
import { checkTemporal } from './temporal-checks';

/** All that the doctor looks at, in the order of a page: what the rest needs comes first. */
export async function examine(folder: string | undefined, env: Environment): Promise<Finding[]> {
  const settings = doctorSettings(env);
  const place = folder ?? '.';
  // One after the other: none is late, or measures a clock, while another keeps the machine busy.
  const found = [
    ...(await survived(() => checkPorts(settings))),
    ...(await survived(() => checkDisk(place, env))),
    ...(await survived(() => checkDatabase(settings))),
    ...(await survived(() => checkTemporal(settings))),
    ...(await survived(() => checkGateway(settings))),
  ];
  const project = checkProject(place, folder !== undefined);
  const secrets = checkSecrets(env);
  return [checkNode(process.versions.node), ...settings.problems, ...found, ...project, ...secrets];
}

/** A check that fails itself is a finding, and the others go on. */
async function survived(check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [fail('doctor', (error as Error).message, 'Tell us of this: it is a defect of the command.')];
  }
}
