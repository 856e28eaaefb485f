import { AttachmentField } from './attachment-field';
import { JsonField } from './json-field';
import { DateTimeWidget, DateWidget, TimeWidget } from './moment-widgets';

/** What `ui:field` can name besides rjsf's own. */
export const formFields = { attachment: AttachmentField, json: JsonField };

/** Controls in place of the theme's. */
export const formWidgets = { DateWidget, DateTimeWidget, TimeWidget };
