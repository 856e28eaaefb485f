import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT, type Stack, startStack } from './stack';
import { latencies, median, percentile, perSecond } from './statistics';

// Many short turns: what else a machine does lasts longer than one, and so meets both builds.
const ROUNDS = 31;
const ONE_BY_ONE = 200;
const TOTAL = 600;
const CLIENTS = 16;
const BODY = JSON.stringify({ query: '{ __typename }' });

interface Numbers {
  p50: number;
  /** Milliseconds of each request. */
  times: number[];
  perSecond: number;
}

type Caller = () => Promise<number>;

/** Requests that do nothing but let their caller in: by session and by key, of this build beside another, in turns. */
async function main(): Promise<void> {
  const other = process.env['OTHER_BUILD'];
  const projects = [PROJECT, ...(other === undefined ? [] : [resolve(other)])];
  const stacks: Stack[] = [];
  try {
    for (const project of projects) stacks.push(await startStack(undefined, project));
    const callers = await Promise.all(stacks.map(callersOf));
    const results = callers.map(() => ({ session: [] as Numbers[], key: [] as Numbers[] }));
    for (const { session, key } of callers) for (const call of [session, key]) await latencies(300, call);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of ['session', 'key'] as const)
        for (const at of round % 2 === 0 ? callers.keys() : [...callers.keys()].reverse())
          results[at]?.[kind].push(await measure((callers[at] as Callers)[kind]));
      console.log(`Round ${round + 1} of ${ROUNDS}`);
    }
    report(results);
  } finally {
    for (const stack of stacks) await stack.stop();
  }
}

interface Callers {
  session: Caller;
  key: Caller;
}

async function callersOf(stack: Stack): Promise<Callers> {
  const signIn = await fetch(`${stack.admin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant: 'demo', email: stack.user.email, password: stack.user.password }),
  });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    session: () => request(stack, { cookie }),
    key: () => request(stack, { authorization: `Bearer ${stack.apiKey}` }),
  };
}

async function request(stack: Stack, headers: Record<string, string>): Promise<number> {
  const started = performance.now();
  const response = await fetch(stack.graphql, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: BODY,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
  return performance.now() - started;
}

async function measure(call: Caller): Promise<Numbers> {
  const each = await latencies(ONE_BY_ONE, call);
  const rate = await perSecond(TOTAL, CLIENTS, async () => void (await call()));
  return { p50: median(each), times: each, perSecond: rate };
}

type Results = Record<'session' | 'key', Numbers[]>;

function report([own, other]: Results[]): void {
  if (own === undefined) return;
  const lines = [
    `| median of ${ROUNDS} rounds | p50, ms | p99, ms | per second, ${CLIENTS} clients |`,
    '| --- | --- | --- | --- |',
    ...(['session', 'key'] as const).flatMap((kind) => rows(kind, own[kind], other?.[kind])),
  ];
  const text = `# Requests by session and by key\n\n${lines.join('\n')}\n`;
  writeFileSync(join(PROJECT, 'bench/results/auth.md'), text);
  console.log(text);
}

function rows(kind: string, own: Numbers[], other: Numbers[] | undefined): string[] {
  const of = (all: Numbers[], name: 'p50' | 'perSecond') => median(all.map((one) => one[name]));
  // Of all rounds together: one of them has two requests above its p99.
  const p99 = (all: Numbers[]) =>
    percentile(
      all.flatMap(({ times }) => times),
      0.99,
    );
  const row = (title: string, all: Numbers[]) =>
    `| ${title} | ${of(all, 'p50').toFixed(2)} | ${p99(all).toFixed(2)} | ${of(all, 'perSecond').toFixed(0)} |`;
  if (other === undefined) return [row(`by ${kind}`, own)];
  const ratio = (name: 'p50' | 'perSecond') =>
    median(own.map((one, round) => one[name] / (other[round]?.[name] ?? NaN))).toFixed(2);
  return [
    row(`by ${kind}, this build`, own),
    row(`by ${kind}, the build before`, other),
    `| this one beside the other, in turns | ${ratio('p50')} × | ${(p99(own) / p99(other)).toFixed(2)} × | ${ratio('perSecond')} × |`,
  ];
}

void main();
