// A file of its own, because the content security policy allows no inline script; it avoids a flash of the wrong scheme.
(function () {
  var stored = null;
  try {
    stored = localStorage.getItem('orkestra.color-scheme');
  } catch (_) {
    stored = null;
  }
  var dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
