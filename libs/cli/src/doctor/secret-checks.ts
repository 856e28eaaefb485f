import type { Environment } from '../environment/environment';
import { fail, type Finding, ok, skipped, warn } from './finding';

interface Setting {
  /** One of them is enough. */
  readonly names: readonly string[];
  readonly without: string;
  readonly repair: string;
  readonly needed: boolean;
}

/** By name alone: no value of a setting is written anywhere. */
const SETTINGS: readonly Setting[] = [
  {
    names: ['DATABASE_URL'],
    without: 'No server starts without it.',
    repair: 'Set it to Postgres as the role orkestra_app.',
    needed: true,
  },
  {
    names: ['SYSTEM_DATABASE_URL'],
    without: 'No server starts without it.',
    repair: 'Set it to Postgres as the role orkestra_system.',
    needed: true,
  },
  {
    names: ['PUBLIC_URL'],
    without: 'Links in mail and sign-in by a directory lead nowhere.',
    repair: 'Set it to the address that people type, https://…',
    needed: true,
  },
  {
    names: ['SECRETS_KEY'],
    without: 'Codes from an app, mail and directories can not be set up.',
    repair: 'Make one by `openssl rand -base64 32`, and keep a copy.',
    needed: false,
  },
  {
    names: ['KEY_ENCRYPTION_KEY', 'KEY_ENCRYPTION_KEY_FILE', 'SECRETS_KEY'],
    without: 'Sensitive values can not be sealed.',
    repair: 'Make one by `openssl rand -base64 32`, and back it up apart from the database.',
    needed: false,
  },
  {
    names: ['EVIDENCE_KEY', 'EVIDENCE_KEY_FILE'],
    without: 'The audit log and receipts are not signed.',
    repair: 'Make one by `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`.',
    needed: false,
  },
  {
    names: ['MAIL_URL'],
    without: 'No mail is sent, and admins hand links on.',
    repair: 'Set it to the server that takes your mail, if you want that.',
    needed: false,
  },
];

/** Whether the settings that production needs are there. */
export function checkSecrets(env: Environment): Finding[] {
  if (env['NODE_ENV'] !== 'production')
    return [skipped('settings', 'NODE_ENV is not production, where keys and addresses must be set.')];
  return SETTINGS.map(({ names, without, repair, needed }) => {
    const [first = ''] = names;
    const check = `setting ${first}`;
    const found = names.find((name) => env[name]);
    if (found !== undefined) return ok(check, `${found} is set.`);
    const message = `${names.join(', ')}: not set. ${without}`;
    return needed ? fail(check, message, repair) : warn(check, message, repair);
  });
}
