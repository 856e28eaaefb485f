import type { OptionSpecs } from './command-row';

export const JSON_OPTION: OptionSpecs = { json: { help: 'for programs' } };

/** Of every command that asks the gateway. */
export const REMOTE: OptionSpecs = {
  ...JSON_OPTION,
  as: { value: 'EMAIL', help: 'act as this person of the demo; with the stack of npm start alone' },
  timeout: { value: 'SECONDS', help: 'how long to wait for each answer, 30 unless told' },
};

export const PAGES: OptionSpecs = {
  limit: { value: 'N', help: 'at most so many, 20 unless told' },
  after: { value: 'CURSOR', help: 'go on behind this one' },
  all: { help: 'to the end, written as it comes' },
};

/** Of every command that sends values. */
export const VALUES: OptionSpecs = {
  input: { value: 'FILE', help: 'a JSON object; - reads it from stdin', path: 'file' },
  set: { value: 'NAME=VALUE', help: 'one value of it: JSON where it is, text otherwise', multiple: true },
  'set-text': { value: 'NAME=TEXT', help: 'one value of it, as text whatever it looks like', multiple: true },
};

export const ONCE: OptionSpecs = {
  'operation-id': { value: 'ID', help: 'the same id twice is one command' },
};
