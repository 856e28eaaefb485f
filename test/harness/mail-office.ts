import { Dispatcher, FanOut, NotificationsModule } from '@orkestra/notifications';
import { Office, PERSON_IDS } from './office';
import { type Inbox, startMailServer } from './servers/mail-server';

/** An office that writes mail to a real server. */
export class MailOffice {
  private constructor(
    readonly mail: Inbox,
    readonly office: Office,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<MailOffice> {
    const mail = await startMailServer();
    const office = await Office.open(8, [NotificationsModule], {
      MAIL_URL: mail.url,
      MAIL_FROM: 'Orkestra <orkestra@o.test>',
      PUBLIC_URL: 'https://o.test',
      ...settings,
    });
    await office.rows(`UPDATE users SET role = 'admin' WHERE id = $1`, [PERSON_IDS.ada]);
    return new MailOffice(mail, office);
  }

  async close(): Promise<void> {
    await this.office.close();
    await this.mail.close();
  }

  /** Finds out whom to tell of all that has happened. */
  async expand(): Promise<void> {
    while (await this.office.app.get(FanOut).round());
  }

  /** Sends all that is due. */
  async send(): Promise<void> {
    while (await this.office.app.get(Dispatcher).round());
  }

  /** Who got mail, by name, once for each. */
  received(): string[] {
    return this.mail.mails.map(({ to }) => to.replace('@a.test', '')).sort();
  }

  /** What became of each delivery, and why. */
  async reasons(): Promise<string[]> {
    const rows = await this.office.rows<{ status: string; reason: string | null }>(
      'SELECT status, reason FROM notification_deliveries ORDER BY id',
    );
    return rows.map(({ status, reason }) => (reason === null ? status : `${status} ${reason}`));
  }
}

/** A header of a mail as it came, on one line. */
export function headerOf(source: string, name: string): string | undefined {
  const found = new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(source)?.[1];
  return found?.replace(/\r?\n\s+/g, ' ').trim();
}
