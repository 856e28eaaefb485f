/** Which template: of what, by which channel, in which language. */
export interface TemplateKey {
  channel: string;
  /** A kind, or `*`. */
  kind: string;
  language: string;
}

export interface TemplateText {
  subject: string;
  body: string;
}

/** A template of the tenant's own. */
export interface TemplateView extends TemplateKey, TemplateText {
  updatedAt: Date;
  updatedByName: string | null;
  /** Whether there is an earlier text to go back to. */
  canUndo: boolean;
  /** Why it could not be used last; the built-in one went out. */
  problem: string | null;
  problemAt: Date | null;
}

export interface TemplatesView {
  templates: TemplateView[];
  /** Channels that take templates, with the text that they have built in. */
  builtIn: (TemplateText & { channel: string })[];
  /** Those whose sentences are built in, and those of the tenant's templates. */
  languages: string[];
  /** Of people who have not chosen. */
  defaultLanguage: string;
}

/** What a message looks like. */
export interface PreviewView {
  subject: string;
  html: string;
  text: string;
}

/** Something that a template can name. */
export interface VariableView {
  name: string;
  meaning: string;
  /** What it is in a sample; null for a list. */
  example: string | null;
}
