/** Which template is looked at: by which channel, of what it tells (`*` for the rest), in which language. */
export interface TemplateChoice {
  channel: string;
  kind: string;
  language: string;
}
