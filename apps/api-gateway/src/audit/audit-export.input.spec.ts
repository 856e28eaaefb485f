import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AuditExportQuery } from './audit-export.input';

const problemsOf = async (text: unknown) =>
  (await validate(plainToInstance(AuditExportQuery, { since: text }))).length;

it.each(['2026-11-01', '2026-11-01T08:00Z', '2026-11-01T08:00:00.123456Z', '2026-11-01T08:00:00+05:30'])(
  'takes %s, which is a moment wherever the server stands',
  async (text) => {
    expect(await problemsOf(text)).toBe(0);
    expect(new Date(text).getTime()).not.toBeNaN();
  },
);

it.each([
  '2026-W05',
  '2026-060',
  '20260101',
  '2026-02-30',
  '2026-11-01T08:00',
  '2026-11',
  'soon',
  ['2026-11-01', 2],
])('refuses %j', async (text) => expect(await problemsOf(text)).toBe(1));
