import { cpus, totalmem } from 'node:os';
import { median } from '../statistics';

/** What each round gave, of this build and of the other, in the same order. */
export interface Measured {
  name: string;
  unit: string;
  own: number[];
  other: number[];
}

/** A table of both medians and their ratio, and of what machine, when. */
export function reportOf(
  measured: readonly Measured[],
  { own, other, rounds }: { own: string; other: string; rounds: number },
): string {
  const { length } = cpus();
  return [
    `# ${own} beside ${other}`,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version};`,
    `both builds and the load on one machine, medians of up to ${rounds} rounds in turns.`,
    '',
    row('what', own, other, 'ratio (least to most of a round)'),
    row('---', '---', '---', '---'),
    ...measured.map(lineOf),
    '',
  ].join('\n');
}

function lineOf({ name, unit, own, other }: Measured): string {
  const what = unit === '×' ? name : `${name}, ${unit}`;
  if (own.length === 0) return row(what, 'failed', '', '');
  const ratios = own.map((value, round) => value / (other[round] ?? NaN)).toSorted((a, b) => a - b);
  const spread = `${shown(ratios[0] ?? NaN)} to ${shown(ratios.at(-1) ?? NaN)}`;
  const ratio = `${shown(median(ratios))} × (${own.length === 1 ? 'measured once' : spread})`;
  return row(what, shown(median(own)), shown(median(other)), ratio);
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const shown = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
