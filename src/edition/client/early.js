/**
 * Runs before anything is painted, in the page itself: the reader's type size and light or dark, so that nothing flashes
 * or moves, and what a browser fetches ahead. It fetches neither ahead from a disk, and complains.
 */
{
  const root = document.documentElement;
  root.classList.add('scripted');
  try {
    const { size, theme } = localStorage;
    if (/^[1-5]$/.test(size ?? '')) root.classList.add(`size-${size}`);
    if (theme === 'light' || theme === 'dark') root.classList.add(theme);
  } catch {
    // Storage may be forbidden; the page is read as it comes.
  }
  const { font, manifest } = document.currentScript.dataset;
  const link = (facts) => document.head.append(Object.assign(document.createElement('link'), facts));
  if (location.protocol !== 'file:') {
    if (font) link({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href: font });
    link({ rel: 'manifest', href: manifest });
  }
}
