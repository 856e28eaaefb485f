import type { ApiError } from '../errors/api-error';

/** The server's complaint about one place (a JSON pointer) of a change, as a sentence; undefined for none. */
export type MessageAt = (pointer: string) => string | undefined;

/** Reads the complaints of a refused change by their place. */
export function messagesOf(refused: ApiError | null): MessageAt {
  return (pointer) => {
    const messages = (refused?.fields ?? [])
      .filter((field) => field.pointer === pointer)
      .map(({ message }) => sentence(message));
    return messages.length === 0 ? undefined : messages.join(' ');
  };
}

/** The complaints of one place and of all below it. */
export function messagesBelow(refused: ApiError | null): MessageAt {
  return (pointer) => {
    const messages = (refused?.fields ?? [])
      .filter((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))
      .map(({ message }) => sentence(message));
    return messages.length === 0 ? undefined : [...new Set(messages)].join(' ');
  };
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
