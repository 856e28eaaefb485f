// Shows what comes by push, and opens it on a click: in a tab that is open, or a new one. It keeps no page and no data.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(show(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

function show(data) {
  const { title, body, tag, path } = data.json();
  return self.registration.showNotification(title, {
    body,
    tag,
    data: { path },
    icon: '/icon-192.png',
  });
}

async function open(path) {
  // What was pushed leads nowhere but into this app.
  const url = new URL(path, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find(({ focused }) => focused) ?? tabs[0];
  if (tab === undefined) {
    await self.clients.openWindow(url.href);
    return;
  }
  // The page goes there by itself, so that nothing that is being written is lost.
  tab.postMessage({ type: 'open', path: url.pathname });
  await tab.focus();
}

// The push service has given the browser another address: the person is reached there from now on.
async function renew({ oldSubscription, newSubscription }) {
  const options = oldSubscription?.options;
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe(options));
  const { endpoint, keys } = subscription.toJSON();
  const label = new URL(self.location.href).searchParams.get('label') ?? 'Browser';
  const query =
    'mutation ($input: ConnectPushDeviceInput!) { connectPushDevice(input: $input) { __typename } }';
  await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query,
      variables: { input: { endpoint, p256dh: keys.p256dh, auth: keys.auth, label } },
    }),
  });
}
