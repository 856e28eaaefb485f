import { convert } from 'html-to-text';
import type { ChannelMessage } from '../channels/notification-channel';
import { renderTemplate, TemplateProblem } from '../templates/template-engine';
import { type MessageLinks, variablesOf } from '../templates/template-variables';
import { wordsOf } from '../words/language';
import { inLayout } from './email-layout';
import { BUILT_IN_LETTER } from './built-in-letter';

export interface Letter {
  subject: string;
  html: string;
  text: string;
  /** What is wrong with the tenant's own template, where the built-in one was taken instead. */
  problem?: TemplateProblem | undefined;
}

/** A message as subject, HTML and text, by the tenant's own template or else the built-in one. */
export function writeLetter(message: ChannelMessage, links: MessageLinks): Letter {
  const variables = variablesOf(message, links);
  if (message.template !== undefined)
    try {
      return letterOf(renderTemplate(message.template, variables));
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      return { ...letterOf(renderTemplate(BUILT_IN_LETTER, variables)), problem: error };
    }
  return letterOf(renderTemplate(BUILT_IN_LETTER, variables));

  function letterOf({ subject, html: body }: { subject: string; html: string }): Letter {
    const { language, dir, workspace } = variables;
    const html = inLayout(body, { language, dir, links, words: wordsOf(language), workspace });
    return { subject, html, text: convert(html, { wordwrap: 100 }) };
  }
}
