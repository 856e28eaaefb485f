import { type FieldError, pointerSegments } from '../errors/field-errors';
import { fieldId } from './drawing/field-ids';

const controls = 'input:not([type=hidden]), textarea, button, [role=slider]';

/** Moves the focus to the first field on the page that something is wrong with; of a group or list to what it says. */
export function focusFirstError(fields: readonly FieldError[]): void {
  // After React has drawn the errors, so that the message is read with the field.
  requestAnimationFrame(() => {
    const found = fields
      .map(({ pointer }) => controlAt(pointerSegments(pointer)))
      .filter((each) => each !== null);
    const [first] = found.sort((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    first?.focus();
  });
}

/** What takes the focus for a place; of one that is not drawn, that of the place around it. */
function controlAt(path: readonly string[]): HTMLElement | null {
  const id = fieldId(path);
  const field = document.getElementById(`${id}__choice`) ?? document.getElementById(id);
  if (!field) return path.length === 0 ? null : controlAt(path.slice(0, -1));
  if (field.matches(controls)) return field;
  return document.getElementById(`${id}__error`) ?? field.querySelector<HTMLElement>(controls);
}
