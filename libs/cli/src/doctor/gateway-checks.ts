import { onOneLine } from '../command-line/foreign-text';
import { inWords, type JsonObject } from '../command-line/exact-json';
import { type Caller, callerFor } from '../graphql/caller';
import { objectOf, post } from '../graphql/request';
import { refusalOf } from '../graphql/graphql.errors';
import { checkClock } from './clock-check';
import { fail, type Finding, ok, skipped, warn } from './finding';
import type { DoctorSettings } from './settings';

const PATIENCE_MS = 10_000;
const VIEWER = '{ viewer { displayName kind scopes tenant { slug } } }';

/** Whether the api-gateway answers, is well, tells the time as we do, and takes the key. */
export async function checkGateway({ env, local }: DoctorSettings): Promise<Finding[]> {
  if (!env['ORKESTRA_URL'] && local === undefined)
    return [skipped('gateway', 'ORKESTRA_URL is not set, and no stack of npm start runs here.')];
  const caller = reached(env);
  if ('check' in caller) return [caller];
  const health = await checkHealth(caller.url.origin);
  if (health.some(({ check, state }) => check === 'gateway' && state === 'fail')) return health;
  return [...health, await checkKey(caller)];
}

function reached(env: DoctorSettings['env']): Caller | Finding {
  try {
    // The health is asked without a key.
    const key = env['ORKESTRA_API_KEY'] || (env['ORKESTRA_URL'] ? 'none' : undefined);
    return callerFor({ ...env, ORKESTRA_API_KEY: key }, undefined);
  } catch (error) {
    return fail('gateway', (error as Error).message, 'Correct ORKESTRA_URL.');
  }
}

async function checkHealth(origin: string): Promise<Finding[]> {
  const before = Date.now();
  try {
    const response = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const after = Date.now();
    const body = (await response.json().catch(() => ({}))) as JsonObject;
    return [stateOf(origin, response.status, body), ...clockOf(response, before, after)];
  } catch (error) {
    const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
    const why = onOneLine(cause?.code ?? message);
    return [
      fail(
        'gateway',
        `${origin} does not answer: ${why}.`,
        'Start the api-gateway, or correct ORKESTRA_URL.',
      ),
    ];
  }
}

function stateOf(origin: string, status: number, body: JsonObject): Finding {
  const checks = Object.entries(objectOf(body['checks']));
  const reasons = objectOf(body['reasons']);
  const ill = checks.filter(([, state]) => state !== 'ok').map(([name]) => name);
  const said = ill.map((name) => `${name}: ${onOneLine(inWords(reasons[name]))}`).join(' ');
  if (checks.length === 0)
    return warn(
      'gateway',
      `${origin} answers ${status} to /health/ready and does not say how it is.`,
      'Let ORKESTRA_URL lead to the api-gateway itself, if a proxy keeps /health to itself.',
    );
  if (status !== 200) return fail('gateway', `${origin} can't work. ${said}`, 'Repair what it names.');
  if (ill.length > 0) return warn('gateway', `${origin} works without ${said}`, 'Repair what it names.');
  return ok('gateway', `${origin} is well: ${checks.map(([name]) => name).join(', ')}.`);
}

/** The header has whole seconds. */
function clockOf(response: Response, before: number, after: number): Finding[] {
  const told = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(told)) return [];
  const aheadMs = told + 500 - (before + after) / 2;
  return [checkClock('the gateway', { aheadMs, uncertaintyMs: 500 + (after - before) / 2 })];
}

async function checkKey({ url, key }: Caller): Promise<Finding> {
  if (key === undefined || key === 'none') return skipped('API key', 'ORKESTRA_API_KEY is not set.');
  try {
    const headers = { authorization: `Bearer ${key}` };
    const { body } = await post(url, headers, { query: VIEWER, variables: {} }, PATIENCE_MS);
    const { errors, data } = objectOf(body);
    if (Array.isArray(errors)) throw refusalOf(errors[0]);
    const viewer = objectOf(objectOf(data)['viewer']);
    const scopes = Array.isArray(viewer['scopes']) ? viewer['scopes'].map(inWords).join(', ') : '';
    const tenant = inWords(objectOf(viewer['tenant'])['slug']);
    return ok('API key', onOneLine(`It is of ${inWords(viewer['displayName'])} in ${tenant}: ${scopes}.`));
  } catch (error) {
    const repair = 'Make another by `orkestra keys create`, or in the admin app, and set ORKESTRA_API_KEY.';
    return fail('API key', onOneLine((error as Error).message), repair);
  }
}
