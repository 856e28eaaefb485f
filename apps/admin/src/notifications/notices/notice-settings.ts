import { useSyncExternalStore } from 'react';

/** What this browser does when something new comes; each only where the person has chosen it here. */
export interface NoticeSettings {
  sound: boolean;
  browser: boolean;
}

const storageKey = 'orkestra.notices';
const listeners = new Set<() => void>();
let current = read();

export const noticeSettings = {
  get: (): NoticeSettings => current,
  change(changes: Partial<NoticeSettings>): void {
    current = { ...current, ...changes };
    listeners.forEach((listener) => listener());
    try {
      localStorage.setItem(storageKey, JSON.stringify(current));
    } catch {
      // Storage may be off; the setting then lasts as long as the page.
    }
  },
};

export function useNoticeSettings(): NoticeSettings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, noticeSettings.get);
}

function read(): NoticeSettings {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<NoticeSettings>;
    return { sound: stored.sound === true, browser: stored.browser === true };
  } catch {
    return { sound: false, browser: false };
  }
}
