interface Parsed {
  parse(json: unknown, context: Context): void;
  validateProperties(): { validationEvents: { message: string }[] };
}
interface Context {
  eventCount: number;
  getEventAt(at: number): { message: string };
}
interface AdaptiveCards {
  AdaptiveCard: new () => Parsed;
  SerializationContext: new (version: unknown) => Context;
  Versions: Record<'v1_4', unknown>;
}

/** Teams takes a message of about 28 KB. */
const LARGEST = 28 * 1024;

/** What Microsoft's own reader of cards says is wrong with one of version 1.4. */
export function cardProblems(card: unknown): string[] {
  // It asks for the window of a browser, and uses nothing of it to read.
  Object.assign(globalThis, { self: globalThis });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- its entry point is none that Node can load
  const cards = require('adaptivecards/dist/adaptivecards.js') as AdaptiveCards;
  const context = new cards.SerializationContext(cards.Versions.v1_4);
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_none, at) => context.getEventAt(at));
  const size = JSON.stringify(card).length;
  return [
    ...[...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message),
    ...(size > LARGEST ? [`${size} bytes`] : []),
  ];
}
