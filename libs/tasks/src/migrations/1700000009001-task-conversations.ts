import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tasks refer to a conversation: most refer to none, and are not in the index. */
export class TaskConversations1700000009001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX tasks_conversation ON tasks (tenant_id, conversation_id, id) WHERE conversation_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tasks_conversation');
  }
}
