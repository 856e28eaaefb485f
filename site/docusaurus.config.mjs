import { readFileSync } from 'node:fs';
import { DARK, LIGHT } from './src/code-colours.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Where the site will stand, and the code host that "Edit this page" leads to; both may be left out. */
const { DOCS_URL = 'http://localhost:3000', DOCS_BASE_URL = '/', DOCS_REPOSITORY } = process.env;

/** Generated pages are changed in the code, not on the page. */
const GENERATED = /^reference\/(sdk|agents|graphql)\//;

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'Orkestra',
  tagline: 'Agents ask, people decide, workflows go on',
  favicon: 'img/logo.svg',
  url: DOCS_URL,
  baseUrl: DOCS_BASE_URL,
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  markdown: {
    // `.md` is what code hosts read, in which `<` and `{` are only signs.
    format: 'detect',
    mermaid: true,
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  future: { v4: true, faster: true },
  plugins: [
    [
      '@docusaurus/plugin-content-docs',
      {
        path: 'content',
        routeBasePath: 'docs',
        sidebarPath: './sidebars.cjs',
        breadcrumbs: true,
        editUrl: ({ docPath }) =>
          DOCS_REPOSITORY && !GENERATED.test(docPath)
            ? `${DOCS_REPOSITORY}/edit/main/docs/${docPath}`
            : undefined,
      },
    ],
    '@docusaurus/plugin-content-pages',
  ],
  themes: [
    ['@docusaurus/theme-classic', { customCss: './src/css/site.css' }],
    '@docusaurus/theme-mermaid',
    [
      '@easyops-cn/docusaurus-search-local',
      {
        hashed: true,
        indexBlog: false,
        docsRouteBasePath: '/docs',
        docsDir: 'content',
        highlightSearchTermsOnTargetPage: true,
        explicitSearchResultPath: true,
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { hideable: true, autoCollapseCategories: true } },
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    navbar: {
      title: 'Orkestra',
      logo: { alt: '', src: 'img/logo.svg' },
      items: [
        { to: '/docs/guides/quick-start', label: 'Quick start', position: 'left' },
        { to: '/docs/', label: 'Documentation', position: 'left', activeBaseRegex: '^$' },
        { to: '/docs/comparison', label: 'Comparison', position: 'left' },
        { to: '/docs/faq', label: 'Questions', position: 'left' },
        ...(DOCS_REPOSITORY ? [{ href: DOCS_REPOSITORY, label: 'Code', position: 'right' }] : []),
      ],
    },
    footer: { copyright: `Orkestra ${version}, MIT licence` },
    prism: {
      theme: LIGHT,
      darkTheme: DARK,
      additionalLanguages: ['bash', 'json', 'sql', 'python', 'go', 'nginx', 'docker', 'ini', 'http'],
    },
  },
};

export default config;
