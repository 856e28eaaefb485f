const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** What lets style elements in that the page's own scripts make; see the content security policy of the server. */
export function styleNonce(): string {
  return nonce;
}

/** Tells it to what makes style elements without asking Mantine: the lock of the page's scroll bar behind a dialog. */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
