/** A size as a person reads it: `820 bytes`, `14 KB`, `2.4 MB`. */
export function readableSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const largest = 25 * 1024 * 1024;

/** Why a file need not be sent at all; null when the server shall look at it. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (size === 0) return `“${name}” is empty.`;
  if (size > largest) return `“${name}” is larger than 25 MB.`;
  return null;
}
