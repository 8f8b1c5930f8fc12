/**
 * The page replica as a reader handles it: zoom by pinch, wheel, keys and buttons; pan by scrolling and dragging; turn
 * by keys and swipes; a touch on a story opens it. Fitting the page is CSS; this only takes over when it is enlarged.
 */
(() => {
  const desk = document.querySelector('.desk');
  const frame = desk?.querySelector('.frame');
  const sheet = frame?.querySelector('.sheet');
  if (!desk || !frame || !sheet) return;

  /** Greatest enlargement, in widths of the sheet at its printed size. */
  const LARGEST = 3;
  const STEP = 1.4;
  /** The first enlargement of a page that is fitted: headlines and captions can be read. */
  const LEGIBLE = 0.6;
  const full = sheet.offsetWidth;

  const fitted = () => {
    const shown = frame.style.getPropertyValue('--shown');
    frame.style.removeProperty('--shown');
    const width = frame.getBoundingClientRect().width;
    if (shown) frame.style.setProperty('--shown', shown);
    return width;
  };
  const shown = () => frame.getBoundingClientRect().width;
  const isEnlarged = () => desk.classList.contains('enlarged');

  /** Browsers that cannot divide lengths in CSS get the scale as a number. */
  const canDivide = CSS.supports('scale', 'calc(1px / 1px)');
  const applyScale = () => {
    if (!canDivide) sheet.style.setProperty('scale', String(shown() / full));
  };

  /** On a phone the page begins as a picture; once enlarged it is type, and its photos come at their full size. */
  const wake = () => {
    if (desk.classList.contains('live')) return;
    desk.classList.add('live');
    for (const source of sheet.querySelectorAll('source')) source.sizes = '1600px';
  };

  /** Shows the sheet at a width; the point of the window that is given stays where it is on the page. */
  const show = (width, point) => {
    const fit = fitted();
    const before = frame.getBoundingClientRect();
    const box = desk.getBoundingClientRect();
    const at = point ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const share = { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height };
    const wanted = Math.min(LARGEST * full, Math.max(fit, width));
    const enlarged = wanted > fit * 1.01;
    if (enlarged) wake();
    desk.classList.toggle('enlarged', enlarged);
    if (enlarged) frame.style.setProperty('--shown', `${wanted}px`);
    else frame.style.removeProperty('--shown');
    applyScale();
    const after = frame.getBoundingClientRect();
    desk.scrollLeft += after.left + share.x * after.width - at.x;
    desk.scrollTop += after.top + share.y * after.height - at.y;
  };

  const larger = () => Math.max(shown() * STEP, isEnlarged() ? 0 : LEGIBLE * full);
  const zoom = { in: () => show(larger()), out: () => show(shown() / STEP), fit: () => show(0) };

  const buttons = document.querySelector('.zoom');
  if (buttons) {
    buttons.hidden = false;
    buttons.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) zoom[target.dataset.zoom]?.();
    });
  }

  const turn = (rel) => {
    const link = document.querySelector(`.bar [rel="${rel}"]`);
    if (link instanceof HTMLAnchorElement) location.assign(link.href);
  };

  const KEYS = {
    '+': zoom.in,
    '=': zoom.in,
    '-': zoom.out,
    0: zoom.fit,
    PageDown: () => turn('next'),
    PageUp: () => turn('prev'),
    ArrowRight: () => !isEnlarged() && turn('next'),
    ArrowLeft: () => !isEnlarged() && turn('prev'),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    if (isEnlarged() && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  desk.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      show(shown() * Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
    },
    { passive: false },
  );

  desk.addEventListener('dblclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    getSelection()?.removeAllRanges();
    show(isEnlarged() ? 0 : full, { x: event.clientX, y: event.clientY });
  });

  /* Fingers and the mouse. One pointer pans or swipes, two pinch. */
  const pointers = new Map();
  let pinch;
  let drag;
  const spread = () => {
    const [one, other] = [...pointers.values()];
    return {
      distance: Math.hypot(one.x - other.x, one.y - other.y),
      x: (one.x + other.x) / 2,
      y: (one.y + other.y) / 2,
    };
  };
  const isText = (target) => target instanceof Element && target.closest('[data-line], [data-set], a');

  desk.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 2) {
      pinch = { ...spread(), width: shown() };
      drag = undefined;
    } else if (event.pointerType === 'touch' || !isText(event.target)) {
      drag = {
        x: event.clientX,
        y: event.clientY,
        left: desk.scrollLeft,
        top: desk.scrollTop,
        mouse: event.pointerType === 'mouse',
      };
    }
  });
  desk.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pinch && pointers.size === 2) {
      const now = spread();
      show((pinch.width * now.distance) / pinch.distance, now);
    } else if (drag?.mouse && event.buttons === 1) {
      desk.scrollLeft = drag.left + drag.x - event.clientX;
      desk.scrollTop = drag.top + drag.y - event.clientY;
    }
  });
  const lift = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (drag && !drag.mouse && !isEnlarged() && event.type === 'pointerup') {
      const across = event.clientX - drag.x;
      if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(event.clientY - drag.y))
        turn(across < 0 ? 'next' : 'prev');
    }
    if (pointers.size < 2) pinch = undefined;
    if (pointers.size === 0) drag = undefined;
  };
  for (const end of ['pointerup', 'pointercancel']) desk.addEventListener(end, lift);
  // Two fingers are ours, so that the browser does not enlarge the whole window.
  desk.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });

  /* What is copied is the text and not its lines: paragraphs whole, also over two legs, divided words too, rows of a table. */
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  const SHARED = /[“”‘’—…·\s]/u;
  const BROKEN_AFTER = /[\p{L}\p{N}][-‐–—/]$/u;

  /** The blank, or nothing, that stood between two lines of one text. */
  const jointOf = (before, after) => {
    if (before === '' || BROKEN_AFTER.test(before)) return '';
    const [left, right] = [[...before.slice(-8)].reverse(), [...after.slice(0, 8)]].map(
      (side) => side.find((one) => !SHARED.test(one)) ?? '',
    );
    return UNSPACED.test(left) || UNSPACED.test(right) ? '' : ' ';
  };

  /** The pieces of text in a range, each with its line and its block, without what the page put in. */
  const piecesIn = (range) => {
    const pieces = [];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const line = range.intersectsNode(node) && node.parentElement.closest('[data-line], [data-set]');
      if (!line) continue;
      const end = node === range.endContainer ? range.endOffset : node.length;
      let text = node.data.slice(node === range.startContainer ? range.startOffset : 0, end);
      const block = line.parentElement;
      const source = node.parentElement.closest('[data-source]')?.dataset.source;
      const divides = source !== undefined && end === node.length && text.endsWith('-') && !source.endsWith('-');
      const isMark = source === '' && text !== '-';
      if (divides) text = text.slice(0, -1);
      if (isMark && !['list', 'break'].includes(block.dataset.kind)) continue;
      pieces.push({ text, line, block, divides, isMark, node });
    }
    return pieces;
  };

  const boxOf = ({ node }) => {
    const range = document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
  };

  /** Whether two pieces of a line stand in two cells of a table. */
  const isApart = (last, next) => boxOf(next).left - boxOf(last).right > boxOf(last).height / 2;

  /** What stands between a piece of text and the one before it in the same block. */
  const between = (last, next, before) => {
    const kind = next.block.dataset.kind ?? '';
    const isTable = kind.startsWith('table');
    if (last.line === next.line) return isTable && isApart(last, next) ? '\t' : '';
    if (isTable || kind === 'code' || (kind === 'list' && next.isMark)) return '\n';
    return last.divides ? '' : jointOf(before, next.text);
  };

  const copied = (range) => {
    const texts = [];
    /** The text that goes on in a module's next leg. */
    const open = new Map();
    for (const piece of piecesIn(range)) {
      const { block, text } = piece;
      const module = block.closest('[data-module]');
      const known = 'continues' in block.dataset ? open.get(module) : texts.at(-1);
      const own = known && (known.last.block === block || 'continues' in block.dataset) ? known : undefined;
      if (own) Object.assign(own, { text: own.text + between(own.last, piece, own.text) + text, last: piece });
      else texts.push({ text, last: piece });
      if (block.parentElement.matches('.leg')) open.set(module, own ?? texts.at(-1));
    }
    return texts.map((one) => one.text.trim()).join('\n');
  };

  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !desk.contains(selection.anchorNode)) return;
    const text = copied(selection.getRangeAt(0));
    if (text === '') return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  });

  applyScale();
  addEventListener('resize', () => (isEnlarged() ? show(shown()) : applyScale()));
})();
