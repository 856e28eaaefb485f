/** How an answer came that was not given in the app. */
const OUTSIDE: Readonly<Record<string, string>> = {
  email: 'by e-mail',
  slack: 'via Slack',
  teams: 'via Microsoft Teams',
  telegram: 'via Telegram',
  push: 'by a notification',
};

/** Empty for what was done in the app, by a program or by a guest, whose name says it. */
export function outsideWords(channel: string): string {
  const words = OUTSIDE[channel.toLowerCase()];
  return words === undefined ? '' : ` ${words}`;
}
