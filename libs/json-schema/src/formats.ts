import { format as checks } from '@cfworker/json-schema';

type Check = (text: string) => boolean;

/** No date, address or id is longer; the expressions behind some checks are not linear. */
const LONGEST = 2_048;
const LEADING_ZERO = /(?:^|\.)0\d/;
/** What the URL parser takes out or turns into something else, and what ends an address in a text. */
const NOT_IN_A_URL = /[\s\p{Cc}\\<>"`]/u;

const date = checkOf('date');
const time = checkOf('time');
const ipv4 = checkOf('ipv4');

const CHECKS: Readonly<Record<string, Check>> = {
  // A file's id is checked for its shape; whether there is such a file is for the server to say.
  'attachment-id': checkOf('uuid'),
  date,
  // Between date and time stands a T, by the grammar of RFC 3339.
  'date-time': (text) => /^t$/i.test(text.charAt(10)) && date(text.slice(0, 10)) && time(text.slice(11)),
  duration: checkOf('duration'),
  email: checkOf('email'),
  hostname: checkOf('hostname'),
  ipv4: (text) => ipv4(text) && !LEADING_ZERO.test(text),
  ipv6: checkOf('ipv6'),
  'json-pointer': checkOf('json-pointer'),
  time,
  uri: checkOf('uri'),
  'uri-reference': checkOf('uri-reference'),
  url: (text) => !NOT_IN_A_URL.test(text) && isUrl(text),
  uuid: checkOf('uuid'),
};

/**
 * What checks a text for a format, by its name: RFC 3339 for dates, times (with their offset) and durations, RFC 5321 for
 * e-mail, RFC 3986 for `uri`, and WHATWG's standard for `url`, which is what people copy from a browser.
 */
export const FORMAT_CHECKS: Readonly<Record<string, Check>> = Object.fromEntries(
  Object.entries(CHECKS).map(([name, check]) => [
    name,
    (text: string) => text.length <= LONGEST && check(text),
  ]),
);

function checkOf(name: string): Check {
  const check = checks[name];
  if (check === undefined) throw new Error(`There is no check of ${name}`);
  return check;
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}
