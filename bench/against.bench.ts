import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtRevision, ownRevision, type Revision } from './against/built-revision';
import { type Figure, FIGURES, type Group } from './against/figures';
import { installSize } from './against/install-size';
import { type Measured, reportOf } from './against/report';
import { Side } from './against/side';
import { Starts } from './against/starts';
import { PROJECT } from './stack';

const FEWEST_ROUNDS = 5;
const GROUPS = [...new Set(FIGURES.map(({ group }) => group)), 'start', 'size'] as const;
const USAGE = `npm run bench:against -- <git revision> [--rounds 7] [--only ${GROUPS.join(',')}]`;

interface Both<T> {
  own: T;
  other: T;
}
type Take<T> = Pick<Measured, 'name' | 'unit'> & { measure: (of: T) => Promise<number> };

/** This build beside another revision: the same work in turns, A B B A, and the ratio of each round. */
async function main(): Promise<void> {
  const { revision, rounds, only } = readArguments();
  const revisions = { other: builtRevision(revision), own: ownRevision() };
  const measured: Measured[] = [];
  const report = () => {
    const { own, other } = revisions;
    return reportOf(measured, { own: own.name, other: other.name, rounds });
  };
  if (only.has('size')) measured.push(...(await inTurns([SIZE], revisions, 1)));
  if (only.has('start')) measured.push(...(await measureStarts(revisions, rounds)));
  const figures = FIGURES.filter(({ group }) => only.has(group));
  if (figures.length > 0) measured.push(...(await measureFigures(figures, revisions, rounds)));
  console.log(report());
  writeFileSync(join(PROJECT, 'bench/results', resultsOf(only)), report());
}

/** A run of some groups leaves the results of the others alone. */
function resultsOf(only: ReadonlySet<string>): string {
  const groups = GROUPS.filter((group) => only.has(group));
  return groups.length === GROUPS.length ? 'against.md' : `against-${groups.join('-')}.md`;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: String(FEWEST_ROUNDS) }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const [revision] = positionals;
  const rounds = Number(values.rounds);
  const only = new Set<string>(values.only?.split(',') ?? GROUPS);
  const unknown = [...only].some((name) => !(GROUPS as readonly string[]).includes(name));
  if (revision === undefined || !(rounds >= FEWEST_ROUNDS) || unknown) throw new Error(USAGE);
  return { revision, rounds, only };
}

const SIZE: Take<Revision> = {
  name: 'packages of a production install of the three servers',
  unit: 'MB',
  measure: (revision) => Promise.resolve(installSize(revision)),
};

async function measureStarts(revisions: Both<Revision>, rounds: number): Promise<Measured[]> {
  const starts = { own: new Starts(revisions.own), other: new Starts(revisions.other) };
  const ready: Take<Starts> = {
    name: '`npm start` to ready, built and with its data there',
    unit: 's',
    measure: (of) => of.measure(),
  };
  const used: Take<Starts> = {
    name: 'processor time of that start',
    unit: 's',
    measure: (of) => Promise.resolve(of.used()),
  };
  try {
    await inTurns([ready], starts, 1);
    return await inTurns([ready, used], starts, rounds);
  } finally {
    for (const each of [starts.own, starts.other]) each.remove();
  }
}

async function measureFigures(
  figures: readonly Figure[],
  revisions: Both<Revision>,
  rounds: number,
): Promise<Measured[]> {
  const other = await Side.start(revisions.other);
  const sides = { other, own: await Side.start(revisions.own) };
  const has = (group: Group) => figures.some((figure) => figure.group === group);
  try {
    if (has('inbox')) for (const side of [other, sides.own]) await side.fill();
    const repeated = figures.filter(({ once }) => !once);
    if (repeated.length > 0) await inTurns(repeated, sides, 1);
    return [
      ...(await inTurns(repeated, sides, rounds)),
      ...(await inTurns(
        figures.filter(({ once }) => once),
        sides,
        1,
      )),
    ];
  } finally {
    for (const side of [other, sides.own]) await side.stop();
  }
}

/** What fails in a round is said, and that round does not count for it. */
async function inTurns<T>(takes: readonly Take<T>[], of: Both<T>, rounds: number): Promise<Measured[]> {
  const measured = takes.map(({ name, unit }): Measured => ({ name, unit, own: [], other: [] }));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['own', 'other'] as const) : (['other', 'own'] as const);
    for (const [index, { name, measure }] of takes.entries()) {
      const values: Partial<Both<number>> = {};
      try {
        for (const side of order) values[side] = await measure(of[side]);
        for (const side of order) measured[index]?.[side].push(values[side] ?? NaN);
        console.log(`${name}: ${values.own?.toFixed(2)} beside ${values.other?.toFixed(2)}`);
      } catch (error) {
        console.error(`${name} failed`, error);
      }
    }
  }
  return measured;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
