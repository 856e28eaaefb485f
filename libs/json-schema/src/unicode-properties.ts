/** The names of general categories that ECMAScript takes, where RE2 has another one. */
const CATEGORIES: Readonly<Record<string, string>> = {
  Cased_Letter: 'LC',
  Close_Punctuation: 'Pe',
  Combining_Mark: 'M',
  Connector_Punctuation: 'Pc',
  Control: 'Cc',
  Currency_Symbol: 'Sc',
  Dash_Punctuation: 'Pd',
  Decimal_Number: 'Nd',
  Enclosing_Mark: 'Me',
  Final_Punctuation: 'Pf',
  Format: 'Cf',
  Initial_Punctuation: 'Pi',
  Letter: 'L',
  Letter_Number: 'Nl',
  Line_Separator: 'Zl',
  Lowercase_Letter: 'Ll',
  Mark: 'M',
  Math_Symbol: 'Sm',
  Modifier_Letter: 'Lm',
  Modifier_Symbol: 'Sk',
  Nonspacing_Mark: 'Mn',
  Number: 'N',
  Open_Punctuation: 'Ps',
  Other: 'C',
  Other_Letter: 'Lo',
  Other_Number: 'No',
  Other_Punctuation: 'Po',
  Other_Symbol: 'So',
  Paragraph_Separator: 'Zp',
  Private_Use: 'Co',
  Punctuation: 'P',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Spacing_Mark: 'Mc',
  Surrogate: 'Cs',
  Symbol: 'S',
  Titlecase_Letter: 'Lt',
  Unassigned: 'Cn',
  Uppercase_Letter: 'Lu',
  cntrl: 'Cc',
  digit: 'Nd',
  punct: 'P',
};

const PROPERTIES: Readonly<Record<string, string>> = {
  Alpha: 'Alphabetic',
  Lower: 'Lowercase',
  Upper: 'Uppercase',
  space: 'White_Space',
};

/**
 * RE2's name for what ECMAScript writes between the braces of `\p{…}`.
 * @throws Error for what RE2 has no table of
 */
export function propertyClass(property: string): string {
  const [name = '', value] = property.split('=');
  if (value === undefined) return own(CATEGORIES, name) ?? own(PROPERTIES, name) ?? name;
  if (name === 'General_Category' || name === 'gc') return own(CATEGORIES, value) ?? value;
  if (name === 'Script' || name === 'sc') return value;
  throw new Error(`RE2 has no table of ${name}`);
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
