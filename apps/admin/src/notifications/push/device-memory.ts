/** For whom push is on in this browser, and which of their connections it is. */
export interface RememberedDevice {
  personId: string;
  addressId: string;
  endpoint: string;
}

const storageKey = 'orkestra.push';

/** Kept in the browser, as the subscription is. Where storage is off, push lasts until the page is opened again. */
export const deviceMemory = {
  get(): RememberedDevice | null {
    try {
      const { personId, addressId, endpoint } = JSON.parse(
        localStorage.getItem(storageKey) ?? '{}',
      ) as Partial<RememberedDevice>;
      if (personId === undefined || addressId === undefined || endpoint === undefined) return null;
      return { personId, addressId, endpoint };
    } catch {
      return null;
    }
  },
  set(device: RememberedDevice): void {
    try {
      localStorage.setItem(storageKey, JSON.stringify(device));
    } catch {
      // As above.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(storageKey);
    } catch {
      // As above.
    }
  },
};
