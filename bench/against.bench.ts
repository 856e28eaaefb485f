import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtRevision, ownRevision } from './against/built-revision';
import { type Figure, FIGURES } from './against/figures';
import { Side } from './against/side';
import { PROJECT } from './stack';
import { median } from './statistics';

const FEWEST_ROUNDS = 5;
const USAGE = 'npm run bench:against -- <git revision> [--rounds 7] [--only inbox,tasks,workflows]';

/** What each round gave, of this build and of the other. */
interface Measured {
  figure: Figure;
  own: number[];
  other: number[];
}

/** This build beside another revision: the same work in turns, A B B A, on a stack of each, and the ratio of each round. */
async function main(): Promise<void> {
  const { revision, rounds, figures } = readArguments();
  const other = await Side.start(builtRevision(revision));
  const sides = { other, own: await Side.start(ownRevision()) };
  try {
    if (figures.some(({ group }) => group === 'inbox'))
      for (const side of Object.values(sides)) await side.fill();
    const measured: Measured[] = figures.map((figure) => ({ figure, own: [], other: [] }));
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const each of measured)
        for (const name of round % 2 === 0 ? (['own', 'other'] as const) : (['other', 'own'] as const)) {
          const value = await each.figure.measure(sides[name]);
          if (round > 0) each[name].push(value);
        }
      console.log(round === 0 ? 'Warmed up' : `Round ${round} of ${rounds}`);
    }
    report(measured, sides, rounds);
  } finally {
    for (const side of Object.values(sides)) await side.stop();
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: String(FEWEST_ROUNDS) }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const [revision] = positionals;
  const rounds = Number(values.rounds);
  const only = values.only?.split(',');
  const figures = FIGURES.filter(({ group }) => only === undefined || only.includes(group));
  if (revision === undefined || !(rounds >= FEWEST_ROUNDS) || figures.length === 0) throw new Error(USAGE);
  return { revision, rounds, figures };
}

function report(
  measured: readonly Measured[],
  { own, other }: Record<'own' | 'other', Side>,
  rounds: number,
) {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  const shown = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
  const lines = measured.map(({ figure, own: mine, other: theirs }) => {
    const ratios = mine.map((value, round) => value / (theirs[round] ?? NaN)).toSorted((a, b) => a - b);
    const spread = `${shown(ratios[0] ?? NaN)} to ${shown(ratios.at(-1) ?? NaN)}`;
    return row(
      `${figure.name}${figure.unit === '×' ? '' : `, ${figure.unit}`}`,
      shown(median(mine)),
      shown(median(theirs)),
      `${shown(median(ratios))} × (${spread})`,
    );
  });
  const text = [
    `# ${own.revision.name} beside ${other.revision.name}`,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version};`,
    `both stacks and the load on one machine, medians of ${rounds} rounds in turns.`,
    '',
    row('what', own.revision.name, other.revision.name, 'ratio (least to most of a round)'),
    row('---', '---', '---', '---'),
    ...lines,
    row(
      '`npm start` to ready, built, s',
      ...[own, other].map(({ stack }) => shown(stack.readyAfterMs / 1_000)),
      `${shown(own.stack.readyAfterMs / other.stack.readyAfterMs)} × (one start each)`,
    ),
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/against.md'), text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
