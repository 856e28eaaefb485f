import { StartRefusedError } from '../environment/cli.errors';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Words that a name of one word can't be: those of the language, and what the files that are written import. */
const TAKEN = new Set(
  (
    'activities after arguments as assert async await before boolean break case catch class const continue ctx data ' +
    'debugger default delete do else enum env eval export extends false finally for form from function get if ' +
    'implements import in input instanceof interface let never new null number of package private protected public ' +
    'require return set static string super switch symbol task test this throw timeout true try type typeof ' +
    'undefined unknown var void while with workflow workflows yield z'
  ).split(' '),
);

/** One name in the spellings that files, code and people have. */
export interface Name {
  /** `refund-request`, of files and workflows. */
  readonly kebab: string;
  /** `refundRequest`, in code. */
  readonly camel: string;
  /** `Refund request`, for people. */
  readonly words: string;
}

/** @throws StartRefusedError that says what to take instead */
export function nameOf(given: string): Name {
  const kebab = KEBAB.test(given) && given.length <= LONGEST ? given : undefined;
  if (kebab === undefined) throw refused(`"${given}" can't be the name: ${adviceFor(given)}`);
  if (TAKEN.has(kebab)) throw refused(`"${kebab}" is a word of the language or of the SDK. Take two words.`);
  const camel = kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const words = kebab.replaceAll('-', ' ');
  return { kebab, camel, words: words.charAt(0).toUpperCase() + words.slice(1) };
}

function adviceFor(given: string): string {
  const better = given
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[0-9-]+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return better === ''
    ? 'take lower-case letters, digits and hyphens, such as refund-request.'
    : `take "${better}".`;
}

function refused(message: string): StartRefusedError {
  return new StartRefusedError(message, 2);
}
