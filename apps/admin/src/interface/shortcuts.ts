import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isTyping, keyGuard } from './person-focus';

const storageKey = 'orkestra.shortcuts';
const listeners = new Set<() => void>();
let enabled = readSetting();

/**
 * Runs an action for a single key, unless the person is typing or was a moment ago, the page took the field away from
 * them, a dialog is open or shortcuts are off.
 */
export function useShortcuts(actions: Record<string, (event: KeyboardEvent) => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!enabled || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"], [role="menu"]')) return;
      const action = latest.current[event.key];
      if (!action || keyGuard.blocks(event.timeStamp)) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether single-key shortcuts are on, and a way to switch them (WCAG 2.1.4 asks for one). */
export function useShortcutSetting(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => enabled), writeSetting];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function writeSetting(on: boolean): void {
  enabled = on;
  listeners.forEach((listener) => listener());
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Storage may be off; the setting then lasts as long as the page.
  }
}
