import { browserWords } from '../../account/session.words';

export type PushSupport = 'unsupported' | 'denied' | 'possible';

/** What this browser can do; on an iPhone a page cannot be pushed to before it stands on the home screen. */
export function pushSupport(): PushSupport {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : 'possible';
}

/** What the person knows this browser by. */
export function ownLabel(): string {
  return browserWords(navigator.userAgent);
}

/** @throws DOMException where the browser, or its push service, will not have it */
export async function subscribe(publicKey: string): Promise<PushSubscription> {
  const script = `/service-worker.js?label=${encodeURIComponent(ownLabel())}`;
  await navigator.serviceWorker.register(script);
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before !== null && keyOf(before) === publicKey) return before;
  // With another key the browser would refuse.
  await before?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

export async function ownSubscription(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** The key of the server that it was made with; base64url. */
export function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
