/**
 * The HTML edition without its site: links that a file system can follow. In: a page of the built site. Out: the same
 * page, where a link to a folder names its `index.html`, a link from the root of the site is relative, and a link to
 * a part of the site that is not in the snapshot goes to its public address, or nowhere when the paper has none.
 */
import { posix } from 'node:path';

/** What the links of one snapshot are resolved against. */
export interface OfflineSite {
  /** The site's root address with a slash at its end; undefined when the paper has none. */
  readonly url?: string;
  /** Paths, from the site's root, of everything that the snapshot holds. */
  readonly holds: ReadonlySet<string>;
}

/** Attributes that hold one address. */
const ADDRESS = /(\s)(href|src|poster|action|data-src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Start tags only, so that text that looks like an attribute is left alone. Comments and scripts are stepped over. */
const TAG = /<!--[\s\S]*?-->|(<script\b[^>]*>)([\s\S]*?)(<\/script>)|<[a-zA-Z][^>]*>/g;

/** Rewrites the links of one page; `path` is the page's own from the site's root. */
export function offlinePage(html: string, path: string, site: OfflineSite): string {
  return html.replace(TAG, (tag, open?: string, script?: string, close?: string) => {
    if (tag.startsWith('<!--')) return tag;
    return open === undefined
      ? offlineTag(tag, path, site)
      : `${offlineTag(open, path, site)}${script ?? ''}${close ?? ''}`;
  });
}

/** A start tag with its addresses rewritten; a `<link>` that leads nowhere is left out. */
function offlineTag(tag: string, path: string, site: OfflineSite): string {
  let isLost = false;
  const rewritten = tag.replace(ADDRESS, (whole, space, name, double, single, bare) => {
    const address = unescapeAmpersand(double ?? single ?? bare ?? '');
    const target = offlineAddress(address, path, site);
    if (target === address) return whole;
    isLost ||= target === undefined;
    return target === undefined ? '' : `${space}${name}="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
  return isLost && /^<link\b/i.test(tag) ? '' : rewritten;
}

const unescapeAmpersand = (text: string): string => text.replaceAll('&amp;', '&');

/** The address to write; undefined = no link can be made. Addresses with a scheme (canonical links too) stay as they are. */
function offlineAddress(address: string, from: string, site: OfflineSite): string | undefined {
  if (address === '' || /^(?:#|\/\/|[a-z][a-z0-9+.-]*:)/i.test(address)) return address;
  const base = new URL(site.url ?? 'https://site.invalid/');
  const page = new URL(encodeURI(from), base);
  if (!URL.canParse(address, page)) return address;
  const url = new URL(address, page);
  const isInside = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  const path = isInside ? decode(url.pathname.slice(base.pathname.length)) : undefined;
  const file = [path, posix.join(path ?? '', 'index.html')].find((name) => name !== undefined && site.holds.has(name));
  if (file === undefined) return site.url === undefined ? undefined : url.href;
  const relative = posix.relative(posix.dirname(from), file);
  return `${relative.split('/').map(encodeURIComponent).join('/')}${url.search}${url.hash}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
