import { isUuid } from '@orkestra/core';
import { fullFormats } from 'ajv-formats/dist/formats';
import { patternProblem } from './linear-pattern';
import { ATTACHMENT_ID } from '../field/form-field';

/** No date, address or id is longer; the expressions below are not linear. */
const LONGEST = 2_048;
const OFFSET = /(?:z|[+-]\d\d:\d\d)$/i;

type Check = (text: string) => boolean;

const date = checkOf('date');
const clockTime = checkOf('time');
const time: Check = (text) => OFFSET.test(text) && clockTime(text);
const dateTime: Check = (text) =>
  /^t$/i.test(text.charAt(10)) && date(text.slice(0, 10)) && time(text.slice(11));

const ANSWER_FORMATS: Readonly<Record<string, Check>> = {
  [ATTACHMENT_ID]: isUuid,
  date,
  'date-time': dateTime,
  duration: checkOf('duration'),
  email: checkOf('email'),
  hostname: checkOf('hostname'),
  ipv4: checkOf('ipv4'),
  ipv6: checkOf('ipv6'),
  'json-pointer': checkOf('json-pointer'),
  time,
  uri: checkOf('uri'),
  'uri-reference': checkOf('uri-reference'),
  uuid: isUuid,
};

/** The formats that a form may ask for. */
export const FORMAT_NAMES = Object.keys(ANSWER_FORMATS).sort();

/** For Ajv: dates, times and addresses as RFC 3339, 5322 and 3986 write them; times carry their offset. */
export const FORMATS: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(Object.entries(ANSWER_FORMATS).map(([name, check]) => [name, bounded(check)])),
  // The meta-schema of JSON Schema asks for this format.
  regex: (pattern) => patternProblem(pattern) === null,
};

function bounded(check: Check): Check {
  return (text) => text.length <= LONGEST && check(text);
}

function checkOf(name: keyof typeof fullFormats): Check {
  const format = fullFormats[name];
  if (format instanceof RegExp) return (text) => format.test(text);
  const validate = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (typeof validate !== 'function') throw new Error(`${name} is not a format of texts`);
  return validate as Check;
}
