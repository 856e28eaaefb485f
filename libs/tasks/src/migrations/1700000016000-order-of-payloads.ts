import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `jsonb` sorts the names of an object; people see what they decide on in the order in which it was written. A search
 * reads the same words from either type.
 */
export class OrderOfPayloads1700000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION task_words(title text, description text, context json) RETURNS tsvector
        LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT task_words(title, description, context::jsonb) $$;
      ${toType('json')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${toType('jsonb')}
      DROP FUNCTION task_words(text, text, json);
    `);
  }
}

function toType(type: 'json' | 'jsonb'): string {
  return `
    ALTER TABLE task_payloads ALTER body TYPE ${type};
    ALTER TABLE tool_call_payloads ALTER arguments TYPE ${type};
  `;
}
