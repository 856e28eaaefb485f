export interface Line {
  name: string;
  /** One per x. */
  values: readonly number[];
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [800, 400, 70, 40, 50, 240];
const COLOURS = [
  '#1c7ed6',
  '#2f9e44',
  '#e8590c',
  '#9c36b5',
  '#c2255c',
  '#0c8599',
  '#f08c00',
  '#5c940d',
  '#495057',
  '#862e9c',
  '#0b7285',
];

/** A picture of how milliseconds grow, as SVG; both axes are logarithmic. */
export function growthChart(title: string, xs: readonly number[], lines: readonly Line[]): string {
  const all = lines.flatMap(({ values }) => values);
  const bottom = Math.floor(Math.log10(Math.min(...all)));
  const top = Math.ceil(Math.log10(Math.max(...all)));
  const x = (index: number) => LEFT + (index * (WIDTH - LEFT - RIGHT)) / (xs.length - 1);
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((Math.log10(value) - bottom) * (HEIGHT - TOP - BOTTOM)) / Math.max(1, top - bottom);
  const text = (content: string, at: [number, number], more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${content}</text>`;
  const levels = Array.from({ length: top - bottom + 1 }, (_, step) => 10 ** (bottom + step));
  const grid = levels.flatMap((level) => [
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(level).toFixed(1)}" y2="${y(level).toFixed(1)}" stroke="#dee2e6"/>`,
    text(`${level} ms`, [LEFT - 8, y(level) + 4], 'text-anchor="end"'),
  ]);
  const ticks = xs.map((value, index) =>
    text(value.toLocaleString('en'), [x(index), HEIGHT - BOTTOM + 20], 'text-anchor="middle"'),
  );
  const drawn = lines.flatMap(({ name, values }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '';
    const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const key = TOP + 14 + index * 22;
    return [
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
      `<line x1="${WIDTH - RIGHT + 14}" x2="${WIDTH - RIGHT + 34}" y1="${key}" y2="${key}" stroke="${colour}" stroke-width="3"/>`,
      text(name, [WIDTH - RIGHT + 40, key + 4]),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text(title, [LEFT, 22], 'font-size="15" font-weight="bold"'),
    ...grid,
    ...ticks,
    text('tasks of the tenant', [(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10], 'text-anchor="middle"'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}
