import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#edf6f6', '#d6e9ea', '#aed3d6', '#82bbc0', '#559fa7', '#36868f', '#237079', '#175c65', '#104b53', '#0a3940',
]; // prettier-ignore
const red: MantineColorsTuple = [
  '#fcf1f0', '#f8e0de', '#efbcb8', '#e4938d', '#d96e66', '#cd5248', '#c23f35', '#b3261e', '#96211a', '#7a1b15',
]; // prettier-ignore
const gray: MantineColorsTuple = [
  '#f6f8f8', '#edf1f1', '#e1e7e7', '#d0d8d8', '#b4bfc0', '#8f9c9e', '#5c6b6e', '#47565a', '#2d393c', '#192225',
]; // prettier-ignore
const dark: MantineColorsTuple = [
  '#dbe2e3', '#bcc7c9', '#97a5a8', '#66757a', '#3b494d', '#2c383c', '#20292d', '#161d20', '#101618', '#0a0e10',
]; // prettier-ignore

/** Calm and dense: one accent, quiet neutrals, 14 px text, small radii. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, red, gray, dark },
  fontFamily: "'IBM Plex Sans Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // A number out of range gets a message at its field, and is not changed silently.
    NumberInput: { defaultProps: { clampBehavior: 'none' } },
    // The first item has the focus. Mantine's own placeholder for it is a child that no menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // A <header> outside <main> would be a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 250, fz: 'xs', withArrow: true } },
  },
});

/** Surfaces and signal colours that both colour schemes name alike. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f3f6f6',
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-anchor': petrol[7],
    '--mantine-color-red-light': red[0],
    '--mantine-color-red-light-color': red[7],
    '--mantine-color-yellow-light': '#fbf1dc',
    '--mantine-color-yellow-light-color': '#6b4100',
    '--mantine-color-gray-light': gray[1],
    '--mantine-color-gray-light-color': gray[7],
    '--surface': '#ffffff',
    '--surface-raised': '#fbfcfc',
    '--surface-hover': '#f0f5f5',
    '--line': gray[2],
    '--line-strong': gray[3],
    '--header': '#0c3339',
    '--mantine-color-error': '#b3261e',
    '--overdue': '#b3261e',
    '--soon': '#8a5300',
    '--good': '#1d6b3f',
    '--link': petrol[7],
  },
  dark: {
    '--mantine-color-body': dark[8],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-anchor': petrol[2],
    '--mantine-color-petrol-light': 'rgb(85 159 167 / 18%)',
    '--mantine-color-petrol-light-hover': 'rgb(85 159 167 / 28%)',
    '--mantine-color-petrol-light-color': petrol[2],
    '--mantine-color-red-light': 'rgb(205 82 72 / 16%)',
    '--mantine-color-red-light-color': '#ffb3ac',
    '--mantine-color-yellow-light': 'rgb(242 189 102 / 14%)',
    '--mantine-color-yellow-light-color': '#f6d9a4',
    '--surface': dark[7],
    '--surface-raised': '#1a2226',
    '--surface-hover': '#1e282c',
    '--line': '#263135',
    '--line-strong': dark[4],
    '--header': '#0b1214',
    '--mantine-color-error': '#ff938a',
    '--overdue': '#ff938a',
    '--soon': '#f2bd66',
    '--good': '#7fd0a0',
    '--link': petrol[2],
  },
});
