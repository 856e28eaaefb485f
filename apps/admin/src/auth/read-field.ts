/** A field of a form as it was typed; without the spaces around it, unless it is a password. */
export function readField(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return name === 'password' ? value : value.trim();
}
