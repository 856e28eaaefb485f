const key = 'orkestra.workspace';

/** The workspace of the last sign-in in this browser, or nothing where storage is off. */
export function rememberedWorkspace(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the workspace for the next sign-in. */
export function rememberWorkspace(slug: string): void {
  try {
    localStorage.setItem(key, slug);
  } catch {
    // Storage may be off; remembering is a convenience only.
  }
}
