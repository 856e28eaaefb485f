import type { FieldError } from '@orkestra/core';
import { isNotificationKind } from '../events/notification-kind';
import { ANY_KIND } from '../templates/choose-template';
import { LONGEST_TEMPLATE, renderTemplate, TemplateProblem } from '../templates/template-engine';
import { type SampleFrame, trialMessages } from '../templates/sample-message';
import { variablesOf } from '../templates/template-variables';
import { languageTag } from '../words/language';
import { BUILT_IN_TEXTS } from './built-in-texts';
import type { TemplateKey, TemplateText } from './template-view';
import { InvalidTemplateError } from './templates.errors';

/** With the language as BCP 47 writes it. @throws InvalidTemplateError */
export function checkedKey({ channel, kind, language }: TemplateKey): TemplateKey {
  const fields: FieldError[] = [];
  const tag = languageTag(language);
  const channels = Object.keys(BUILT_IN_TEXTS);
  if (!channels.includes(channel))
    fields.push({ pointer: '/channel', message: `must be one of ${channels.join(', ')}` });
  if (kind !== ANY_KIND && !isNotificationKind(kind))
    fields.push({ pointer: '/kind', message: 'must be a kind of notification, or * for all' });
  if (tag === undefined)
    fields.push({ pointer: '/language', message: 'must be the tag of a language, such as en or de-CH' });
  if (fields.length > 0) throw new InvalidTemplateError(fields);
  return { channel, kind, language: tag ?? language };
}

/** Writes what the template may meet, so that no message will be the first that it is unfit for. @throws InvalidTemplateError */
export function checkText(text: TemplateText, kind: string, frame: SampleFrame): void {
  checkLength(text);
  const links = { app: frame.url, settings: frame.url, unsubscribe: frame.url };
  try {
    for (const message of trialMessages(frame, kind)) renderTemplate(text, variablesOf(message, links));
  } catch (error) {
    if (error instanceof TemplateProblem) throw InvalidTemplateError.of(error);
    throw error;
  }
}

/** @throws InvalidTemplateError */
export function checkLength(text: TemplateText): void {
  const fields = (['subject', 'body'] as const).flatMap((field): FieldError[] =>
    text[field].length > LONGEST_TEMPLATE || text[field].includes('\0')
      ? [{ pointer: `/${field}`, message: `takes at most ${LONGEST_TEMPLATE} characters` }]
      : [],
  );
  if (fields.length > 0) throw new InvalidTemplateError(fields);
}
