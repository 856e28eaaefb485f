import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions belong to an epoch of their person. Another password, or an account that is switched off or on again, begins
 * a new one, whoever writes it: what was opened before is over for good.
 */
export class SessionEpochs1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD session_epoch integer NOT NULL DEFAULT 0;
      GRANT SELECT (session_epoch) ON users TO orkestra_system;
      ALTER TABLE sessions ADD epoch integer NOT NULL DEFAULT 0;

      CREATE FUNCTION begin_session_epoch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        NEW.session_epoch := OLD.session_epoch + 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER users_session_epoch BEFORE UPDATE OF active, password_hash ON users FOR EACH ROW
        WHEN (OLD.active <> NEW.active OR OLD.password_hash IS DISTINCT FROM NEW.password_hash)
        EXECUTE FUNCTION begin_session_epoch();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_session_epoch ON users;
      DROP FUNCTION begin_session_epoch();
      ALTER TABLE sessions DROP epoch;
      ALTER TABLE users DROP session_epoch;
    `);
  }
}
