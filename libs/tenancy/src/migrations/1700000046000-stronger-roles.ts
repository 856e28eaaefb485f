import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = 'BEFORE UPDATE OF active, password_hash';
const ENDS = 'OLD.active <> NEW.active OR OLD.password_hash IS DISTINCT FROM NEW.password_hash';

/** That the new role may do something that the old one may not: see `PERMISSIONS`. */
const GAINS = `(OLD.role <> NEW.role AND OLD.role <> 'owner' AND NEW.role <> 'viewer'
  AND NOT (OLD.role = 'admin' AND NEW.role IN ('operator', 'auditor')))`;

/** A stronger role begins a new epoch of the person's sessions too: what was opened before does not get it. */
export class StrongerRoles1700000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trigger(`${NAMES}, role`, `${ENDS} OR ${GAINS}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(trigger(NAMES, ENDS));
  }
}

function trigger(when: string, condition: string): string {
  return `
    CREATE OR REPLACE TRIGGER users_session_epoch ${when} ON users FOR EACH ROW
    WHEN (${condition}) EXECUTE FUNCTION begin_session_epoch()`;
}
