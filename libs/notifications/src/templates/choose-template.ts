import type { ChannelMessage, OwnTemplate } from '../channels/notification-channel';
import { nearestFirst } from '../words/language';

/** In the place of a kind: for all that have no template of their own. */
export const ANY_KIND = '*';

/**
 * The template of the kind, where all that it tells of is of one, before the one for all; of either the one that is in
 * the very language before the one that is in the language which that belongs to. Of another language none is taken.
 */
export function chooseTemplate(
  { items, recipient }: Pick<ChannelMessage, 'items' | 'recipient'>,
  templates: readonly OwnTemplate[],
): OwnTemplate | undefined {
  const kinds = new Set(items.map(({ kind }) => kind));
  const wanted = [...(kinds.size === 1 ? kinds : []), ANY_KIND];
  for (const kind of wanted)
    for (const language of nearestFirst(recipient.language)) {
      const found = templates.find((one) => one.kind === kind && one.language === language);
      if (found !== undefined) return found;
    }
  return undefined;
}
