import { noticeSettings } from './notice-settings';

const LENGTH_SECONDS = 0.25;

/** A short quiet tone, made here: nothing is loaded. */
function chime(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.05, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + LENGTH_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + LENGTH_SECONDS);
}

export interface NoticeText {
  title: string;
  body: string;
  /** What comes again with it, from here or by push, takes the place of what is there. */
  tag: string;
}

/** Tells of something new outside the page, as far as the person has chosen it in this browser. */
export function notice({ title, body, tag }: NoticeText, onOpen: () => void): void {
  const { sound, browser } = noticeSettings.get();
  if (sound) chime();
  if (!browser || !('Notification' in window) || Notification.permission !== 'granted') return;
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  const shown = new Notification(title, { body, tag });
  shown.onclick = () => {
    window.focus();
    onOpen();
    shown.close();
  };
}

/** Asks the browser once; false where the person, or the browser, will not have it. */
export async function mayNotify(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
}
