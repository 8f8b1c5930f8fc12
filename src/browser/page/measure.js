/**
 * Runs in the browser: where everything of the drawn pages stands, in CSS pixels from the top left corner of the type
 * area. The shape of the answer is `DrawnPage[]` of `drawn.ts`.
 */
(() => {
  const round = (n) => Math.round(n * 1000) / 1000;
  const range = document.createRange();
  const SEEN = { visibilityProperty: true, opacityProperty: true };

  /** Left edge of the first character and right edge of the last one of a node's text; nothing when it is not drawn. */
  const textExtent = (node, origin) => {
    range.selectNodeContents(node);
    const all = range.getBoundingClientRect();
    if (all.width === 0 && all.height === 0) return undefined;
    return { left: round(all.left - origin.left), right: round(all.right - origin.left) };
  };

  const boxOf = (element, origin) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: round(left - origin.left), y: round(top - origin.top), width: round(width), height: round(height) };
  };

  const lineOf = (element, origin) => {
    // One child is one run: a bare text node, or an element around one.
    const runs = [...element.childNodes].map((run) => ({ node: run, extent: textExtent(run, origin) }));
    // Most lines are a single run, and measuring is what takes the time.
    const extent = runs.length === 1 ? runs[0].extent : textExtent(element, origin);
    return {
      ...boxOf(element, origin),
      text: element.textContent,
      extent: element.checkVisibility(SEEN) ? extent : undefined,
      runs: runs.map((run) => ({ text: run.node.textContent, ...run.extent })),
    };
  };

  const moduleOf = (element, origin) => ({
    kind: element.dataset.module,
    slug: element.dataset.slug ?? '',
    part: Number(element.dataset.part ?? 1),
    body: [...element.querySelectorAll('[data-line]')].map((line) => ({
      row: Number(line.dataset.line),
      ...lineOf(line, origin),
    })),
    display: [...element.querySelectorAll('[data-set]')].map((line) => ({
      set: line.dataset.set,
      ...lineOf(line, origin),
    })),
    boxes: [...element.querySelectorAll('[data-box]')].map((box) => ({
      box: Number(box.dataset.box),
      ...boxOf(box, origin),
    })),
  });

  window.broadsheetMeasure = () =>
    [...document.querySelectorAll('.pagedjs_page section[data-page]')].map((page) => {
      const area = page.querySelector('[data-area]') ?? page;
      const origin = area.getBoundingClientRect();
      const sheet = page.closest('[data-shell]').getBoundingClientRect();
      return {
        page: Number(page.dataset.page),
        area: { x: round(origin.left - sheet.left), y: round(origin.top - sheet.top) },
        sheet: { width: round(sheet.width), height: round(sheet.height) },
        modules: [...page.querySelectorAll('[data-module]')].map((element) => moduleOf(element, origin)),
      };
    });
})();
