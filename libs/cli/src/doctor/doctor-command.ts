import { escapedJson, onOneLine } from '../command-line/foreign-text';
import { Console } from '../command-line/console';
import { EXIT } from '../command-line/exit-code';
import { readCommand } from '../command-line/read-command';
import { usageOf } from '../command-line/usage-of';
import { writeFailure } from '../command-line/write-failure';
import type { Environment } from '../environment/environment';
import { examine } from './examine';
import { DOCTOR_TABLE } from './doctor-table';
import type { Finding } from './finding';

/** Looks at everything and says how to repair what is wrong; ends with 1 where something is. */
export async function doctor(args: readonly string[], env: Environment): Promise<void> {
  const console = Console.ofProcess(env);
  const usage = usageOf(DOCTOR_TABLE);
  try {
    const { words, options, help } = readCommand(DOCTOR_TABLE, args);
    if (help) return await console.print([usage]);
    const findings = await examine(words[0], env);
    const isWell = findings.every(({ state }) => state !== 'fail');
    await console.print(
      options['json'] === true ? [asJson(isWell, findings)] : asLines(console, isWell, findings),
    );
    process.exitCode = isWell ? EXIT.ok : EXIT.failed;
  } catch (error) {
    process.exitCode = writeFailure(console, error, args.includes('--json'), usage);
  }
}

function asJson(isWell: boolean, findings: readonly Finding[]): string {
  return escapedJson(JSON.stringify({ ok: isWell, findings }, undefined, 2));
}

function asLines(console: Console, isWell: boolean, findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, state, message, repair }) => [
    onOneLine(`${state.padEnd(7)}  ${check.padEnd(width)}  ${message}`),
    ...(repair === undefined ? [] : [`${' '.repeat(width + 11)}→ ${onOneLine(repair)}`]),
  ]);
  const wrong = findings.filter(({ state }) => state === 'fail').length;
  const warned = findings.filter(({ state }) => state === 'warn').length;
  const end = isWell
    ? `All that was looked at works${warned === 0 ? '' : `; to look into: ${warned}`}.`
    : `${wrong} to repair${warned === 0 ? '' : `, ${warned} to look into`}.`;
  return [...lines, '', console.heading(end)];
}
