import { createWriteStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditExport, EvidenceKeys, type Period } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import { OperatorError } from '../command-line/operator.errors';
import { requiredText } from '../command-line/option-values';
import { withDomain } from '../domain/domain';
import { withTenant } from '../domain/tenant-work';
import { momentOf } from './moment';
import { verifyFile, verifyReceipt } from './verify-commands';

const text = { type: 'string' } as const;

export const AUDIT_COMMANDS: readonly Command[] = [
  {
    name: 'audit export',
    usage: '--tenant SLUG --out FILE.jsonl [--since TIME] [--until TIME]',
    summary: 'Writes what is sealed of an audit log into a new file that you alone can read.',
    words: [0, 0],
    options: { tenant: text, out: text, since: text, until: text },
    run: exportLog,
  },
  {
    name: 'audit verify',
    usage: 'FILE [--key PUBLIC_KEY_FILE] [--checkpoint DIGEST]',
    summary: 'Checks such a file, without a database: what was changed, added, moved or is missing, by line.',
    words: [1, 1],
    options: { key: text, checkpoint: text },
    run: verifyFile,
  },
  {
    name: 'audit verify-receipt',
    usage: 'FILE --key PUBLIC_KEY_FILE',
    summary: 'Checks the receipt of a decision, without a database, and says what it states.',
    words: [1, 1],
    options: { key: text },
    run: verifyReceipt,
  },
  {
    name: 'audit keys',
    usage: '',
    summary: 'Shows the public keys that evidence of this installation is checked with.',
    words: [0, 0],
    run: showKeys,
  },
];

async function exportLog({ options, env }: Call): Promise<Answer> {
  const [slug, file] = [requiredText(options, 'tenant'), requiredText(options, 'out')];
  const period: Period = { since: momentOf(options, 'since'), until: momentOf(options, 'until') };
  return withTenant(env, slug, async ({ domain, actor }) => {
    const handle = await open(file, 'wx', 0o600).catch(() => {
      throw new OperatorError(
        EXIT.usage,
        'file',
        `${file} is there already or cannot be written. Name another file.`,
      );
    });
    let lines = 0;
    try {
      const exported = domain.get(AuditExport).lines(actor, period);
      const counted = async function* () {
        for await (const line of exported) {
          lines += 1;
          yield line;
        }
      };
      await pipeline(Readable.from(counted()), createWriteStream(file, { fd: handle, flush: true }));
    } catch (error) {
      await handle.close().catch(() => undefined);
      // Half an export must not be taken for one.
      await unlink(file).catch(() => undefined);
      throw error;
    }
    return { json: { file, lines }, lines: [`Wrote ${lines} lines to ${file}.`] };
  });
}

async function showKeys({ env }: Call): Promise<Answer> {
  const keys = await withDomain(env, (domain) => domain.get(EvidenceKeys).list());
  const json = keys.map(({ id, pem, firstUsedAt }) => ({ id, pem, firstUsedAt }));
  return {
    json: { keys: json },
    lines: keys.flatMap(({ id, pem, firstUsedAt }) => [
      `# ${id}, since ${firstUsedAt.toISOString()}`,
      pem.trimEnd(),
    ]),
  };
}
