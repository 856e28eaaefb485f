import type { RegistryFieldsType, RJSFSchema } from '@rjsf/utils';
import { AttachmentField } from './attachment-field';
import { BranchField } from './branch-field';
import { ChoiceWidget } from './choice-widget';
import { JsonField } from './json-field';
import { DateTimeWidget, DateWidget, TimeWidget } from './moment-widgets';
import { NumberField } from './number-field';
import { PlaceField, YesNoField } from './place-field';
import { TupleField } from './tuple-field';

/** What `ui:field` can name besides rjsf's own, and what stands in place of those. */
export const formFields = {
  attachment: AttachmentField,
  json: JsonField,
  tuple: TupleField,
  SchemaField: PlaceField,
  BooleanField: YesNoField,
  NumberField,
  OneOfField: BranchField,
  AnyOfField: BranchField,
} as RegistryFieldsType<unknown, RJSFSchema>;

/** Controls in place of the theme's. */
export const formWidgets = { DateWidget, DateTimeWidget, TimeWidget, SelectWidget: ChoiceWidget };
