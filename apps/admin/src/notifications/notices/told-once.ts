const STORAGE_KEY = 'orkestra.told';

/**
 * Tells of something in one of the windows of this browser that are open.
 * @param id grows from each event to the next
 */
export async function toldOnce(id: string, tell: () => void): Promise<void> {
  const claim = (): void => {
    if (isNew(id)) tell();
  };
  // Browsers have locks on safe pages alone; without them two windows may tell of the same.
  if (!('locks' in navigator)) return claim();
  await navigator.locks.request(STORAGE_KEY, claim);
}

function isNew(id: string): boolean {
  try {
    const before = localStorage.getItem(STORAGE_KEY);
    if (before !== null && before >= id) return false;
    localStorage.setItem(STORAGE_KEY, id);
  } catch {
    // Storage may be off: each window then tells for itself.
  }
  return true;
}
