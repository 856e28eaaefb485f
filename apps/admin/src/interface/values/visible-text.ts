/** Characters that are not seen, or that turn the direction of what follows: a text must not read otherwise than it is. */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text with everything in it that a person would not see written out, such as `\u202e`. */
export function visibleText(text: string): string {
  return text.replace(unseen, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
