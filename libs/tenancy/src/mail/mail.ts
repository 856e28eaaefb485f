export interface Mail {
  to: string;
  subject: string;
  /** Plain text: nothing in it is fetched when somebody opens it. */
  text: string;
}

/** What seals a mail to its row. */
export function placeOfMail(tenantId: string, id: string): string[] {
  return ['mail', tenantId, id];
}
