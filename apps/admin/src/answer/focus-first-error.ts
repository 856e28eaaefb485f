import { type FieldError, pointerSegments } from '../errors/field-errors';

/** Moves the focus to the first field that the server complained about. */
export function focusFirstError(fields: readonly FieldError[]): void {
  // After React has drawn the errors, so that the message is read with the field.
  requestAnimationFrame(() => {
    for (const { pointer } of fields) {
      const field = document.getElementById(['root', ...pointerSegments(pointer)].join('_'));
      if (!field) continue;
      const control = field.matches('input, textarea')
        ? field
        : field.querySelector<HTMLElement>('input, textarea');
      (control ?? field).focus();
      return;
    }
  });
}
