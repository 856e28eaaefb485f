import { Connection } from '@temporalio/client';
import { onOneLine } from '../command-line/foreign-text';
import { operatorProgram } from '../operator/operator-program';
import { settingsBy, type TemporalSettings } from '../project/temporal-settings';
import { fail, type Finding, ok, skipped, warn } from './finding';
import type { DoctorSettings } from './settings';

const PATIENCE_MS = 10_000;
const ATTRIBUTE = 'OrkestraTenant';
/** As Temporal numbers its types. */
const KEYWORD: number = 2;
const DAY_S = 86_400;
const NOT_FOUND = 5;

/** Whether Temporal answers, and has the namespace and the search attribute of Orkestra. */
export async function checkTemporal({ servers }: DoctorSettings): Promise<Finding[]> {
  if (!servers['TEMPORAL_ADDRESS'])
    return [skipped('temporal', 'TEMPORAL_ADDRESS is not set, and no stack of npm start runs here.')];
  try {
    const { connectionFrom } = await operatorProgram();
    return await look(settingsBy(connectionFrom, servers));
  } catch (error) {
    return [fail('temporal', (error as Error).message, 'Correct TEMPORAL_ADDRESS.')];
  }
}

async function look(settings: TemporalSettings): Promise<Finding[]> {
  const { address, apiKey, tls } = settings;
  const connection = Connection.lazy({ address, apiKey, tls });
  try {
    const met = await meet(connection, settings);
    if (met.state === 'fail') return [met];
    const namespace = await checkNamespace(connection, settings);
    if (namespace.some(({ state }) => state === 'fail')) return [met, ...namespace];
    return [met, ...namespace, await checkAttribute(connection, settings)];
  } finally {
    await connection.close();
  }
}

async function meet(connection: Connection, { address, tls }: TemporalSettings): Promise<Finding> {
  try {
    const { serverVersion } = await within(connection, () => connection.workflowService.getSystemInfo({}));
    return ok('temporal', `Temporal ${serverVersion || 'server'} answers at ${address}.`);
  } catch (error) {
    const how = tls ? 'by TLS' : 'without TLS';
    return fail(
      'temporal',
      `${address} does not answer (${how}): ${reasonOf(error)}.`,
      'Start Temporal, or correct TEMPORAL_ADDRESS, TEMPORAL_TLS and TEMPORAL_API_KEY.',
    );
  }
}

async function checkNamespace(connection: Connection, { namespace }: TemporalSettings): Promise<Finding[]> {
  const check = 'temporal namespace';
  try {
    const { config } = await within(connection, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    return [ok(check, `${namespace} is there.`), retentionOf(namespace, seconds)];
  } catch (error) {
    const isMissing = (error as { code?: unknown }).code === NOT_FOUND;
    const message = isMissing ? `${namespace} is not there.` : `${namespace}: ${reasonOf(error)}.`;
    const repair = `Make it by \`temporal operator namespace create ${namespace}\`, or correct TEMPORAL_NAMESPACE.`;
    return [fail(check, message, repair)];
  }
}

/** What ended must still be found when the reconciler looks for it after an outage. */
function retentionOf(namespace: string, seconds: number): Finding {
  const days = seconds / DAY_S;
  const message = `${namespace} keeps what has ended for ${Number(days.toFixed(1))} days.`;
  if (days >= 1) return ok('temporal retention', message);
  const repair = `Raise it: temporal operator namespace update --retention 72h ${namespace}`;
  return warn('temporal retention', message, repair);
}

async function checkAttribute(connection: Connection, { namespace }: TemporalSettings): Promise<Finding> {
  const check = 'temporal search attribute';
  const repair = `Add it: temporal operator search-attribute create --name ${ATTRIBUTE} --type Keyword --namespace ${namespace}`;
  try {
    const { customAttributes = {} } = await within(connection, () =>
      connection.operatorService.listSearchAttributes({ namespace }),
    );
    const type: number | undefined = customAttributes?.[ATTRIBUTE];
    if (type === KEYWORD) return ok(check, `${ATTRIBUTE} is there.`);
    if (type === undefined) return fail(check, `${ATTRIBUTE} is missing in ${namespace}.`, repair);
    return fail(check, `${ATTRIBUTE} has another type than Keyword.`, repair);
  } catch (error) {
    const message = `Whether ${ATTRIBUTE} is there can't be seen: ${reasonOf(error)}.`;
    return warn(check, message, 'Look in the UI of Temporal, or with a key that may.');
  }
}

function within<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  return connection.withDeadline(Date.now() + PATIENCE_MS, work);
}

function reasonOf(error: unknown): string {
  const { details, message } = error as { details?: string; message: string };
  return onOneLine(details || message).replace(/\.$/, '');
}
