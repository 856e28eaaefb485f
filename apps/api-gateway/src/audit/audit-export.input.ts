import { IsISO8601, IsOptional } from 'class-validator';

const RULES = { strict: true } as const;
const WORDS = { message: '$property takes a time such as 2026-11-01T08:00:00Z.' };

/** Of what time an export is; without either, of all. */
export class AuditExportQuery {
  /** From this moment on. */
  @IsOptional()
  @IsISO8601(RULES, WORDS)
  since?: string;

  /** Before this moment. */
  @IsOptional()
  @IsISO8601(RULES, WORDS)
  until?: string;
}
