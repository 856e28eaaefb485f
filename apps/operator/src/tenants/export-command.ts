import { createWriteStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { TenantExport } from '@orkestra/tenancy';
import type { Answer, Call, Command } from '../command-line/command';
import { EXIT } from '../command-line/exit-code';
import { OperatorError } from '../command-line/operator.errors';
import { requiredText } from '../command-line/option-values';
import { withTenant } from '../domain/tenant-work';

export const EXPORT_COMMAND: Command = {
  name: 'tenant export',
  usage: 'SLUG --out FILE.zip',
  summary: 'Writes everything that a workspace holds into a new zip that you alone can read.',
  words: [1, 1],
  options: { out: { type: 'string' } },
  run: exportTenant,
};

async function exportTenant({ words: [slug = ''], options, env }: Call): Promise<Answer> {
  const file = requiredText(options, 'out');
  return withTenant(env, slug, async ({ domain, actor }) => {
    const handle = await open(file, 'wx', 0o600).catch(() => {
      throw new OperatorError(
        EXIT.usage,
        'file',
        `${file} is there already or cannot be written. Name another file.`,
      );
    });
    try {
      const to = createWriteStream(file, { fd: handle, flush: true });
      const summary = await domain.get(TenantExport).stream(actor, to);
      const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
      return {
        json: { file, ...summary },
        lines: [`Wrote ${rows} rows and ${summary.files} files to ${file}.`],
      };
    } catch (error) {
      // Half an export must not be taken for one.
      await unlink(file).catch(() => undefined);
      throw error;
    }
  });
}
