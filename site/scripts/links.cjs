const { dirname, join, normalize, relative } = require('node:path/posix');

/** Pages that stand elsewhere in the repository and are pages of the site as well. */
const PAGES_FROM_ELSEWHERE = new Map([['examples/support-bot/README.md', 'examples/support-bot.md']]);

/**
 * The text of a page with its links as the site has them: between pages as they are, to code on the code host. Without
 * a code host the path stands behind the text.
 * @param {string} page the page's place in the repository
 * @param {string} place the same page in the site's content
 * @param {string | undefined} repository the address of the repository on its code host
 */
function linksOfSite(text, page, place, repository) {
  return outsideCode(text, (prose) =>
    prose.replaceAll(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (whole, image, label, target) => {
      if (/^([a-z]+:|#)/.test(target)) return whole;
      const [path, anchor] = target.split('#');
      const inRepository = normalize(join(dirname(page), path));
      const onSite = placeOf(inRepository);
      const fragment = anchor === undefined ? '' : `#${anchor}`;
      if (onSite) return `${image}[${label}](${relativeTo(place, onSite)}${fragment})`;
      if (repository) return `${image}[${label}](${repository}/blob/main/${inRepository}${fragment})`;
      const code = `\`${inRepository}\``;
      return label === code || image ? code : `${label} (${code})`;
    }),
  );
}

/** Where a file of the repository stands in the site's content, if it does. */
function placeOf(inRepository) {
  if (inRepository === 'README.md') return undefined;
  const elsewhere =
    PAGES_FROM_ELSEWHERE.get(inRepository) ?? PAGES_FROM_ELSEWHERE.get(`${inRepository}/README.md`);
  return elsewhere ?? (inRepository.startsWith('docs/') ? inRepository.slice('docs/'.length) : undefined);
}

function relativeTo(place, target) {
  const path = relative(dirname(place), target);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Leaves what stands in fences and in code spans as it is. */
function outsideCode(text, change) {
  const parts = text.split(/(^ *```[\s\S]*?^ *```$|`[^`\n]+`)/m);
  return rejoined(parts, change);
}

/** Code spans may stand inside of a link's text, so that prose is changed as a whole around them. */
function rejoined(parts, change) {
  const kept = [];
  const marked = parts
    .map((part, at) => (at % 2 === 0 ? part : `\u0000${kept.push(part) - 1}\u0000`))
    .join('');
  return change(marked).replaceAll(/\u0000(\d+)\u0000/g, (_, at) => kept[Number(at)]);
}

module.exports = { linksOfSite, PAGES_FROM_ELSEWHERE };
