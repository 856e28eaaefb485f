import { Injectable } from '@nestjs/common';
import { Clock, Config, Ids, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { BUILT_IN_LANGUAGES, DEFAULT_LANGUAGE, languageTag } from '../words/language';
import { BUILT_IN_TEXTS } from './built-in-texts';
import { checkedKey, checkText } from './checked-template';
import { frameFor } from './frame-for';
import type { TemplateKey, TemplatesView, TemplateText, TemplateView } from './template-view';
import { InvalidTemplateError, NothingToUndoError, TemplateNotFoundError } from './templates.errors';

/** They are listed all at once. */
const MOST_TEMPLATES = 100;

/** The words of a tenant's own, and its language. For tenant admins. */
@Injectable()
export class MessageTemplates {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  /** @throws RoleForbidsError, PeopleOnlyError */
  async list(ctx: TenantContext): Promise<TemplatesView> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, (em) => this.read(em, ctx));
  }

  /** Takes what can be parsed and written for every shape of message. @throws InvalidTemplateError, RoleForbidsError */
  async save(ctx: TenantContext, given: TemplateKey & TemplateText): Promise<TemplatesView> {
    requireScope(ctx, 'settings:write');
    const key = checkedKey(given);
    const text = { subject: given.subject, body: given.body };
    const frame = await this.database.run(ctx, (em) => frameFor(em, ctx, key.language, this.parts));
    checkText(text, key.kind, frame);
    return this.change(ctx, 'changed', key, async (em) => {
      const [{ count = 0 } = {}] = await queryRows<{ count: number }>(em, COUNT_OTHERS, placeOf(ctx, key));
      if (count >= MOST_TEMPLATES)
        throw new InvalidTemplateError([
          { pointer: '', message: `the workspace has ${MOST_TEMPLATES} templates, which is the most` },
        ]);
      const values = [text.subject, text.body, this.clock.now(), ctx.principal.id];
      await queryRows(em, SAVE, [...placeOf(ctx, key), ...values]);
    });
  }

  /** The text before the last change; doing it twice leads back. @throws TemplateNotFoundError, NothingToUndoError */
  async undo(ctx: TenantContext, given: TemplateKey): Promise<TemplatesView> {
    requireScope(ctx, 'settings:write');
    const key = checkedKey(given);
    return this.change(ctx, 'undone', key, async (em) => {
      const values = [...placeOf(ctx, key), this.clock.now(), ctx.principal.id];
      const [found] = await queryRows<{ undone: boolean }>(em, UNDO, values);
      if (found === undefined) throw new TemplateNotFoundError();
      if (!found.undone) throw new NothingToUndoError();
    });
  }

  /** The built-in one counts again. @throws TemplateNotFoundError, RoleForbidsError */
  async reset(ctx: TenantContext, given: TemplateKey): Promise<TemplatesView> {
    requireScope(ctx, 'settings:write');
    const key = checkedKey(given);
    return this.change(ctx, 'reset', key, async (em) => {
      const gone = await queryRows(em, RESET, placeOf(ctx, key));
      if (gone.length === 0) throw new TemplateNotFoundError();
    });
  }

  /**
   * Of people who have not chosen.
   * @throws InvalidTemplateError, RoleForbidsError, PeopleOnlyError
   */
  async setDefaultLanguage(ctx: TenantContext, language: string): Promise<TemplatesView> {
    requireScope(ctx, 'settings:write');
    const tag = languageTag(language);
    if (tag === undefined)
      throw new InvalidTemplateError([
        { pointer: '/language', message: 'must be the tag of a language, such as en or de-CH' },
      ]);
    return this.database.run(ctx, async (em) => {
      await queryRows(em, SET_LANGUAGE, [ctx.tenantId, tag]);
      await this.audit.record(em, ctx, {
        action: 'settings.notifications_changed',
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { language: tag },
      });
      return this.read(em, ctx);
    });
  }

  private get parts() {
    return { id: this.ids.next(), now: this.clock.now(), url: this.config.PUBLIC_URL };
  }

  private async change(
    ctx: TenantContext,
    what: 'changed' | 'undone' | 'reset',
    key: TemplateKey,
    work: (em: EntityManager) => Promise<void>,
  ): Promise<TemplatesView> {
    return this.database.run(ctx, async (em) => {
      await work(em);
      await this.audit.record(em, ctx, {
        action: `settings.template_${what}`,
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { ...key },
      });
      return this.read(em, ctx);
    });
  }

  private async read(em: EntityManager, { tenantId }: TenantContext): Promise<TemplatesView> {
    const templates = await queryRows<TemplateView>(em, LIST, [tenantId]);
    const [chosen] = await queryRows<{ language: string }>(em, LANGUAGE, [tenantId]);
    const defaultLanguage = chosen?.language ?? DEFAULT_LANGUAGE;
    const own = templates.map(({ language }) => language).sort();
    const languages = [...new Set([...BUILT_IN_LANGUAGES, defaultLanguage, ...own])];
    const builtIn = Object.entries(BUILT_IN_TEXTS).map(([channel, text]) => ({ channel, ...text }));
    return { templates, builtIn, languages, defaultLanguage };
  }
}

function placeOf({ tenantId }: TenantContext, { channel, kind, language }: TemplateKey): string[] {
  return [tenantId, channel, kind, language];
}

const PLACE = 't.tenant_id = $1 AND t.channel = $2 AND t.kind = $3 AND t.language = $4';

const COUNT_OTHERS = `SELECT count(*)::integer AS count FROM notification_templates t WHERE t.tenant_id = $1 AND NOT (${PLACE})`;

const SAVE = `
  INSERT INTO notification_templates AS t (tenant_id, channel, kind, language, subject, body, updated_at, updated_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, channel, kind, language) DO UPDATE SET
    before = CASE WHEN t.subject = excluded.subject AND t.body = excluded.body THEN t.before
                  ELSE jsonb_build_object('subject', t.subject, 'body', t.body) END,
    subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
    problem = NULL, problem_at = NULL`;

const UNDO = `
  WITH found AS (
    SELECT t.before IS NOT NULL AS undone FROM notification_templates t WHERE ${PLACE} FOR UPDATE
  ), changed AS (
    UPDATE notification_templates t SET before = jsonb_build_object('subject', t.subject, 'body', t.body),
      subject = t.before ->> 'subject', body = t.before ->> 'body', updated_at = $5, updated_by = $6, problem = NULL,
      problem_at = NULL
    FROM found WHERE found.undone AND ${PLACE}
  )
  SELECT undone FROM found`;

const RESET = `DELETE FROM notification_templates t WHERE ${PLACE} RETURNING t.kind`;

const LIST = `
  SELECT t.channel, t.kind, t.language, t.subject, t.body, t.updated_at AS "updatedAt", u.display_name AS "updatedByName",
    t.before IS NOT NULL AS "canUndo", t.problem, t.problem_at AS "problemAt"
  FROM notification_templates t LEFT JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.updated_by
  WHERE t.tenant_id = $1 ORDER BY t.channel, t.kind, t.language`;

const LANGUAGE = 'SELECT language FROM notification_languages WHERE tenant_id = $1';

const SET_LANGUAGE = `
  INSERT INTO notification_languages (tenant_id, language) VALUES ($1, $2)
  ON CONFLICT (tenant_id) DO UPDATE SET language = excluded.language`;
