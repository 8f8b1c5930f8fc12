/** Comfort on every page: type size, light or dark, the newest issue kept offline. The page is whole without it. */
(() => {
  const root = document.documentElement;
  const keep = (name, value) => {
    try {
      localStorage[name] = value;
    } catch {
      // Not kept, but used until the page is left.
    }
  };

  const sizeNow = () => Number(/\bsize-(\d)/.exec(root.className)?.[1] ?? 2);

  const changeSize = (step) => {
    const size = Math.min(5, Math.max(1, sizeNow() + step));
    root.classList.remove(`size-${sizeNow()}`);
    root.classList.add(`size-${size}`);
    keep('size', size);
  };

  const changeTheme = () => {
    const dark =
      root.classList.contains('dark') ||
      (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
    root.classList.remove('dark', 'light');
    root.classList.add(dark ? 'light' : 'dark');
    keep('theme', dark ? 'light' : 'dark');
  };

  for (const tools of document.querySelectorAll('.tools')) {
    tools.hidden = false;
    tools.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (target.dataset.size) changeSize(Number(target.dataset.size));
      else changeTheme();
    });
  }

  // A disk answers a folder with a list of its files: there the links name the page itself.
  if (location.protocol === 'file:') {
    for (const link of document.links) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }
  }

  // The service worker lies at the site's root, two steps above this script's folder.
  const script = document.currentScript?.src;
  if (script && 'serviceWorker' in navigator && location.protocol !== 'file:') {
    addEventListener('load', () => {
      navigator.serviceWorker.register(new URL('../sw.js', script)).catch(() => undefined);
    });
  }
})();
