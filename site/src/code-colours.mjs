import { themes } from 'prism-react-renderer';

/** Their colours of comments, strings and names are too pale to be read by everybody: 4.5 to 1 is asked of text. */
export const LIGHT = recoloured(themes.github, {
  '#999988': '#66665a',
  '#e3116c': '#b80e58',
  '#36acaa': '#1b6f6d',
  '#d73a49': '#b92c3a',
  '#00a4db': '#00698d',
});
export const DARK = recoloured(themes.dracula, { 'rgb(98, 114, 164)': 'rgb(150, 163, 204)' });

function recoloured(theme, colours) {
  const styles = theme.styles.map(({ types, languages, style }) => ({
    types,
    languages,
    style: { ...style, ...(style.color && { color: colours[style.color] ?? style.color }) },
  }));
  return { ...theme, styles };
}
