/**
 * Runs in the browser, before and after Paged.js. Paged.js gets one empty shell a page, which it cannot and need not
 * break; the composed page is taken out as it stands and moved in when its sheet is made. Paged.js lays the open page
 * out again after every node, so that filling it beforehand would cost seconds (pagedjs 0.4.3, chunker).
 */
(() => {
  const pages = new Map();
  const { bleed } = window.broadsheetPrint;

  const loaded = (image) =>
    image.complete ||
    new Promise((resolve) => {
      for (const end of ['load', 'error']) image.addEventListener(end, resolve, { once: true });
    });

  window.PagedConfig.before = () => {
    for (const sheet of document.querySelectorAll('link[rel~="stylesheet"], style')) {
      if (!sheet.hasAttribute('data-sheet')) sheet.setAttribute('data-pagedjs-ignore', '');
    }
    const shells = [];
    for (const page of document.querySelectorAll('section[data-page]')) {
      const number = page.getAttribute('data-page');
      pages.set(number, page);
      const shell = document.createElement('section');
      shell.className = 'broadsheet-shell';
      shell.setAttribute('data-shell', number);
      shells.push(shell);
    }
    document.body.replaceChildren(...shells);
  };

  window.PagedConfig.after = async () => {
    for (const shell of document.querySelectorAll('.pagedjs_page [data-shell]')) {
      const page = pages.get(shell.getAttribute('data-shell'));
      page.style.setProperty('position', 'absolute', 'important');
      page.style.setProperty('left', `${bleed}px`, 'important');
      page.style.setProperty('top', `${bleed}px`, 'important');
      page.style.setProperty('margin', '0', 'important');
      shell.replaceChildren(page);
    }
    // A font starts to load only when a layout asks for it.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    // Loaded is enough: the bytes of a picture go into the PDF as they are.
    await Promise.all([...document.images].map(loaded));
  };
})();
