import { Theme } from '@rjsf/mantine';
import type { WidgetProps } from '@rjsf/utils';
import type { ComponentType } from 'react';

const Select = Theme.widgets?.SelectWidget as ComponentType<WidgetProps>;

/** A list of choices: choosing the chosen one again changes nothing, and one that may stay empty has a button for it. */
export function ChoiceWidget(props: WidgetProps) {
  if (props.multiple === true) return <Select {...props} />;
  const clearable = !props.required && !props.disabled && !props.readonly;
  const clearButtonProps = { 'aria-label': 'Clear' };
  return (
    <Select {...props} options={{ ...props.options, allowDeselect: false, clearable, clearButtonProps }} />
  );
}
