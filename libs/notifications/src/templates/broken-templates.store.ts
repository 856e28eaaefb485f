import { Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import type { OwnTemplate } from '../channels/notification-channel';

/** Tells admins, on their page, of templates that could not be used. */
@Injectable()
export class BrokenTemplates {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('templates');
  }

  /** Of a text that was changed since, nothing is written down. Never throws: the message is out already. */
  async report(
    tenantId: string,
    channel: string,
    { kind, language, subject, body }: OwnTemplate,
    problem: string,
  ): Promise<void> {
    this.logger.warn(
      { tenantId, channel, kind, language, problem },
      'A template is broken; the built-in one went out',
    );
    const said = [problem.slice(0, 1_000), this.clock.now()];
    try {
      await this.database.query(REPORT, [tenantId, channel, kind, language, subject, body, ...said]);
    } catch (error) {
      this.logger.failure({ err: error, tenantId }, 'A broken template could not be written down');
    }
  }
}

const REPORT = `
  UPDATE notification_templates SET problem = $7, problem_at = $8
  WHERE tenant_id = $1 AND channel = $2 AND kind = $3 AND language = $4 AND subject = $5 AND body = $6`;
