import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { RouterProvider } from 'react-router/dom';
import { router } from './router';
import { styleNonce } from './style-nonce';
import { theme, cssVariables } from './theme';

const colorScheme = localStorageColorSchemeManager({ key: 'orkestra.color-scheme' });

/** The whole program: the theme around the router. Everything behind the sign-in is loaded on demand. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  );
}
