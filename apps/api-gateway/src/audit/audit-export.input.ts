import { IsISO8601, IsOptional, Matches } from 'class-validator';

const RULES = { strict: true } as const;
/** Of what ISO 8601 allows besides, such as weeks, JavaScript makes no date, or one of the server's own zone. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const WORDS = { message: 'takes a day such as 2026-11-01 (UTC), or 2026-11-01T08:00:00Z' };

/** Of what time an export is; without either, of all. */
export class AuditExportQuery {
  /** From this moment on. */
  @IsOptional()
  @IsISO8601(RULES, WORDS)
  @Matches(MOMENT, WORDS)
  since?: string;

  /** Before this moment. */
  @IsOptional()
  @IsISO8601(RULES, WORDS)
  @Matches(MOMENT, WORDS)
  until?: string;
}
