import { titleWords } from './inbox-title.words';
import type { TabName } from './tabs';
import { useTaskCounts } from './task-counts';

/** The page's title, as browsers show it on their tabs: how much waits for the person comes first. */
export function InboxTitle({ tab }: { tab: TabName }) {
  return <title>{titleWords(tab, useTaskCounts())}</title>;
}
