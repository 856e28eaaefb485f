import { runInNewContext } from 'node:vm';
import { leanBundle } from './lean-bundle';

const MAP = '//# sourceMappingURL=data:application/json;base64,eyJ2Ijoz4oCm';

/** Says every way in which characters and comments can stand in a script. */
const SCRIPT = String.raw`/** A bundle — of everything… */
const words = ['…', "\…", '\\…', 'a // b', '/* c */ 😀', 'it\'s \u2026 …', 'in\
one…'];
const templates = [${'`'}/* kept */ …   
  // kept…${'`'}, String.raw${'`'}\…${'`'}];
const expression = /[/*…]+\/\/…/u.test('/*…//…');
const divided = 8/* by */ / 2 // half…
/* a new
   line… */ const apart = typeof/* … */words;
function ended() { return /* nothing…
  */ 1 }
const names = { '…': 1, /* — */ ünï: 2, ["…" + 1]: 3 };
JSON.stringify({ words, templates, expression, divided, apart, ended: ended() === undefined, names });
`;

const placesOf = (script: string) =>
  script
    .split('\n')
    .flatMap((line, n) =>
      (/^(const|function) (\w+)/.exec(line) ?? []).slice(2).map((name) => `${name} ${n}`),
    );

it('does the same without its comments', () => {
  const lean = leanBundle(SCRIPT);
  expect(runInNewContext(lean)).toBe(runInNewContext(SCRIPT));
  expect(runInNewContext(SCRIPT)).toContain('"divided":4');
  expect(lean).not.toMatch(/A bundle|half|by|nothing/);
});

it('has ASCII in place of all but templates, regular expressions and names', () => {
  const lean = leanBundle(SCRIPT);
  const beyond = lean.split('\n').filter((line) => /[^\u0000-\u00ff]/.test(line));
  expect(beyond.map((line) => line.trim().slice(0, 12))).toEqual([
    'const templa',
    '// kept…`, S',
    'const expres',
  ]);
});

it('leaves every statement in its line, and the source map as it is', () => {
  const lean = leanBundle(SCRIPT + MAP);
  expect(placesOf(lean)).toEqual(placesOf(SCRIPT));
  expect(lean.split('\n')).toHaveLength(SCRIPT.split('\n').length);
  expect(lean.endsWith(MAP)).toBe(true);
});

it('makes nothing of what is no script', () => {
  expect(() => leanBundle('const = 1')).toThrow(SyntaxError);
});
