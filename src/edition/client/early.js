/** Runs before anything is painted: the reader's type size and light or dark, so that nothing flashes or moves. */
document.documentElement.classList.add('scripted');
try {
  const { size, theme } = localStorage;
  if (/^[1-5]$/.test(size ?? '')) document.documentElement.classList.add(`size-${size}`);
  if (theme === 'light' || theme === 'dark') document.documentElement.classList.add(theme);
} catch {
  // Storage may be forbidden; the page is read as it comes.
}
