import { generateKeyPairSync } from 'node:crypto';
import { canonicalJson } from '@orkestra/core';
import type { AuditEvent } from '../audit/audit-events.service';
import { signEnvelope } from '../evidence/dsse';
import { keyIdOf, publicKeysIn, toJwk } from '../evidence/evidence-key';
import { AUDIT_FILE_FORMAT, type AuditFileLine, type EntryLine } from './audit-file';
import { AuditFileCheck, type AuditFileOptions } from './audit-file-check';
import { digestOf, entryOf, erasableOf } from './chain-entry';
import { type Checkpoint, CHECKPOINT_TYPE } from './checkpoint';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const newPair = () => generateKeyPairSync('ed25519');
const pair = newPair();
const keysOf = ({ publicKey }: ReturnType<typeof newPair>) =>
  publicKeysIn(publicKey.export({ format: 'pem', type: 'spki' }).toString());

/** Sealed by threes: lines 2 to 4 and checkpoint 5, 6 to 8 and 9, 10 to 12 and 13. */
function fileOf(signer = pair, entries = 9): AuditFileLine[] {
  const lines: AuditFileLine[] = [];
  let [previous, last, sealed]: [string | null, string | null, string] = [null, null, ''];
  for (let position = 1; position <= entries; position += 1) {
    const event = eventAt(position);
    const erasable = erasableOf(event, Buffer.alloc(16, position));
    const entry = entryOf(TENANT, event, { position, previous }, digestOf(erasable));
    previous = digestOf(entry);
    lines.push({ type: 'entry', entry, erasable, digest: previous });
    if (position % 3 !== 0) continue;
    const checkpoint: Checkpoint = {
      ...{ tenantId: TENANT, from: position - 2, to: position, count: 3, head: previous, previous: last },
      sealedAt: '2026-11-01T12:00:00.000Z',
    };
    const payload = Buffer.from(canonicalJson(checkpoint));
    const envelope = signEnvelope(CHECKPOINT_TYPE, payload, signer.privateKey, keyIdOf(signer.publicKey));
    lines.push({ type: 'checkpoint', envelope });
    last = sealed = digestOf(checkpoint);
  }
  const span = { from: 1, to: entries, checkpoint: sealed, since: null, until: null };
  const exportedAt = '2026-11-02T12:00:00.000Z';
  const keys = [toJwk(signer.publicKey)];
  return [
    { type: 'header', format: AUDIT_FILE_FORMAT, tenantId: TENANT, ...span, exportedAt, keys },
    ...lines,
  ];
}

function eventAt(position: number): AuditEvent {
  const id = `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`;
  return {
    ...{ id, at: new Date(Date.UTC(2026, 10, 1, 11, position)), action: 'key.created' },
    ...{ actorKind: 'user', actorId: 'u1', onBehalfOf: null, credentialId: 's1', channel: 'graphql' },
    ...{ remoteAddress: '203.0.113.9', correlationId: 'c1', targetKind: 'key', targetId: `k${position}` },
    details: { prefix: `p${position}` },
  };
}

const written = (lines: readonly AuditFileLine[]) => lines.map((line) => canonicalJson(line));

function check(lines: readonly string[], options: AuditFileOptions = { keys: keysOf(pair) }) {
  const file = new AuditFileCheck(options);
  for (const line of lines) file.add(line);
  return file.report();
}

const found = (lines: readonly string[], options?: AuditFileOptions) =>
  check(lines, options).findings.map(({ line, code }) => `${line} ${code}`);

/** The n-th line of the file, of those that are entries, changed. */
function withEntry(line: number, change: (entry: EntryLine) => void): string[] {
  const lines = structuredClone(fileOf());
  change(lines[line - 1] as EntryLine);
  return written(lines);
}

const whole = written(fileOf());

it('finds nothing wrong with what was exported', () => {
  expect(check(whole)).toMatchObject({
    ...{ ok: true, tenantId: TENANT, entries: 9, erased: 0, checkpoints: 3, sealedTo: 9, trusted: true },
    ...{ sealedAt: '2026-11-01T12:00:00.000Z', keyIds: [keyIdOf(pair.publicKey)], findings: [] },
  });
});

it('finds nothing wrong where details were erased, and counts them', () => {
  const lines = withEntry(7, (line) => (line.erasable = null));
  expect(check(lines)).toMatchObject({ ok: true, erased: 1 });
});

describe('a changed line', () => {
  it.each<[string, (line: EntryLine) => void, string[]]>([
    ['who did it', ({ entry }) => (entry.actor.id = 'u2'), ['7 changed']],
    ['when', ({ entry }) => (entry.at = '2026-11-01T11:05:00.001Z'), ['7 changed']],
    ['something more in the entry', ({ entry }) => Object.assign(entry, { note: 1 }), ['7 changed']],
    ['the details', ({ erasable }) => Object.assign(erasable!.details, { prefix: 'x' }), ['7 changed']],
    ['the address', ({ erasable }) => (erasable!.remoteAddress = '198.51.100.1'), ['7 changed']],
    ['the digest of details', ({ entry }) => (entry.erasableDigest = '00'), ['7 changed', '7 changed']],
    ['the digest', (line) => (line.digest = '00'), ['7 changed', '8 link']],
    ['something more in the line', (line) => Object.assign(line, { note: 1 }), ['7 unreadable', '8 missing']],
    ['another workspace', ({ entry }) => (entry.tenantId = 'b'), ['7 tenant', '7 changed']],
  ])('%s', (_, change, expected) => {
    expect(found(withEntry(7, change))).toEqual(expected);
  });

  it('whose digest was made to fit is seen at the next, and at the checkpoint', () => {
    const refit = (line: EntryLine) => {
      line.entry.action = 'key.read';
      line.digest = digestOf(line.entry);
    };
    expect(found(withEntry(7, refit))).toEqual(['8 link']);
    expect(found(withEntry(8, refit))).toEqual(['9 checkpoint']);
  });

  it.each([
    ['blanks', (text: string) => text.replace(':', ': ')],
    ['a name that stands twice', (text: string) => text.replace('{', '{"digest":"x",')],
    ['another end of line', (text: string) => `${text}\r`],
    ['nothing', () => ''],
    ['depth', () => '['.repeat(50_000) + ']'.repeat(50_000)],
  ])('%s', (_, change) => {
    const lines = whole.map((line, index) => (index === 6 ? change(line) : line));
    expect(found(lines)).toEqual(['7 unreadable', '8 missing']);
  });
});

describe('a missing line', () => {
  const without = (line: number) => whole.filter((_, index) => index !== line - 1);

  it.each([
    ['the header', 1, ['1 header']],
    ['the first entry', 2, ['2 missing']],
    ['an entry', 7, ['7 missing']],
    ['the last entry before a checkpoint', 8, ['8 missing']],
    ['a checkpoint', 5, ['8 missing']],
    ['the last checkpoint', 13, ['12 truncated', '12 truncated']],
  ])('%s', (_, line, expected) => {
    expect(found(without(line))).toEqual(expected);
  });

  it('says which entries', () => {
    const lines = whole.filter((_, index) => index !== 5 && index !== 6);
    expect(check(lines).findings).toEqual([
      { line: 6, code: 'missing', message: 'The entries 4 to 5 are missing before this line.' },
    ]);
  });
});

describe('a line in another place', () => {
  const swapped = (one: number, other: number) => {
    const lines = [...whole];
    [lines[one - 1], lines[other - 1]] = [lines[other - 1]!, lines[one - 1]!];
    return lines;
  };

  it('is an entry', () => {
    expect(found(swapped(6, 7))).toEqual(['7 reordered']);
  });

  it('is a checkpoint', () => {
    expect(found(swapped(5, 9))).toContain('9 reordered');
  });
});

describe('an added line', () => {
  const add = (line: number, text: string) => [...whole.slice(0, line - 1), text, ...whole.slice(line - 1)];

  it('is the same again', () => {
    expect(found(add(8, whole[6]!))).toEqual(['8 added']);
  });

  it('is a forged entry that fits the one before it', () => {
    const [before, forged] = [fileOf()[6] as EntryLine, structuredClone(fileOf()[7] as EntryLine)];
    forged.entry = { ...forged.entry, action: 'key.forged', previous: before.digest };
    forged.digest = digestOf(forged.entry);
    expect(found(add(8, canonicalJson(forged)))).toEqual(['9 added', '10 checkpoint']);
  });

  it('is an entry after the last checkpoint', () => {
    const { entry, digest: previous } = fileOf()[11] as EntryLine;
    const forged = { ...entry, position: 10, previous };
    const line: AuditFileLine = { type: 'entry', entry: forged, erasable: null, digest: digestOf(forged) };
    expect(found([...whole, canonicalJson(line)])).toEqual(['14 truncated']);
  });

  it('is another header, or what is no line at all', () => {
    expect(found([...whole, whole[0]!, 'hello'])).toEqual(['14 added', '15 unreadable']);
  });
});

describe('a file that ends too early', () => {
  it.each([
    ['after the header', 1, ['1 truncated', '1 truncated']],
    ['within a checkpoint', 11, ['11 truncated', '11 truncated']],
    ['at a checkpoint', 9, ['9 truncated']],
  ])('%s', (_, length, expected) => {
    expect(found(whole.slice(0, length))).toEqual(expected);
  });

  it('within a line', () => {
    expect(found([...whole.slice(0, 12), whole[12]!.slice(0, 40)])).toContain('13 unreadable');
  });

  it('with a header made to fit, is seen by the checkpoint that was kept elsewhere', () => {
    const short = written(fileOf(pair, 6));
    expect(check(short).ok).toBe(true);
    const expected = check(whole).checkpoint ?? '';
    expect(found(short, { keys: keysOf(pair), expected })).toEqual(['9 truncated']);
    expect(check(whole, { keys: keysOf(pair), expected }).ok).toBe(true);
  });

  it('is empty', () => {
    expect(found([])).toEqual(['1 truncated']);
  });
});

describe('signatures', () => {
  it('of another key are not believed, unless nobody says whom to believe', () => {
    const forged = written(fileOf(newPair()));
    expect(found(forged).filter((one) => one.endsWith('unknown_key'))).toHaveLength(3);
    expect(check(forged, {})).toMatchObject({ ok: true, trusted: false });
  });

  it('are not believed once what they sign was changed', () => {
    const lines = whole.map((line, index) =>
      index === 8 ? line.replace(/"payload":"../, '"payload":"fy') : line,
    );
    expect(found(lines)).toContain('9 signature');
  });
});
