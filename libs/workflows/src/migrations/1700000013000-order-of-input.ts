import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `jsonb` sorts the names of an object; people see a form's fields, and a schema's, in the order that was written. */
export class OrderOfInput1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(toType('json'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(toType('jsonb'));
  }
}

function toType(type: 'json' | 'jsonb'): string {
  return `
    ALTER TABLE workflow_executions ALTER input TYPE ${type};
    ALTER TABLE workflow_definitions ALTER input_schema TYPE ${type}, ALTER output_schema TYPE ${type},
      ALTER examples DROP DEFAULT, ALTER examples TYPE ${type}, ALTER examples SET DEFAULT '[]';
  `;
}
