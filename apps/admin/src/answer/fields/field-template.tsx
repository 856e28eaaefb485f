import { Text } from '@mantine/core';
import { Theme } from '@rjsf/mantine';
import { type FieldTemplateProps, getUiOptions } from '@rjsf/utils';
import type { ComponentType } from 'react';

const Base = Theme.templates?.FieldTemplate as ComponentType<FieldTemplateProps> | undefined;
/** Controls that point at all texts about them, whether these are there or not, and show no description themselves. */
const boxes = ['radio', 'checkboxes', 'checkbox'];

/**
 * The theme's frame of a field, with each text about it shown once: a control of our own says its help itself, and what
 * groups of boxes point at is there.
 */
export function FieldTemplate(props: FieldTemplateProps) {
  const { id, schema, uiSchema, help, rawErrors = [], rawHelp, rawDescription, hidden, children } = props;
  if (!Base) return children;
  const { widget, field } = getUiOptions(uiSchema);
  if (field === 'json' || field === 'attachment') return <Base {...props} help={undefined} />;
  const isBox = schema.type === 'boolean' || boxes.includes(String(widget));
  const isChoice = isBox || Array.isArray(schema.enum) || Array.isArray(schema.oneOf);
  if (hidden || schema.type === 'object' || !isChoice) return <Base {...props} />;
  // A single box shows its description itself.
  const described = widget === 'checkbox' ? undefined : rawDescription;
  return (
    <Base {...props}>
      <>
        {children}
        {described && (
          <Text id={`${id}__description`} size="sm" mt={4} c="dimmed">
            {described}
          </Text>
        )}
        {isBox && (
          <>
            <span hidden id={`${id}__error`}>
              {rawErrors.join(' ')}
            </span>
            {!rawDescription && <span hidden id={`${id}__description`} />}
            {!(help && rawHelp) && <span hidden id={`${id}__help`} />}
          </>
        )}
      </>
    </Base>
  );
}
