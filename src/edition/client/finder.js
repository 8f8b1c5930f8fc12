/** Search over all issues: Pagefind with one small index a third of a month, merged as far as the chosen year asks. */
(() => {
  const form = document.querySelector('.finder');
  const results = document.querySelector('.results');
  const count = document.querySelector('.count');
  const more = document.querySelector('.more');
  if (!(form instanceof HTMLFormElement) || !results || !count || !more) return;

  if (location.protocol === 'file:') {
    form.hidden = true;
    document.getElementById('disk').hidden = false;
    return;
  }

  const here = new URL('./', location.href);
  const bundles = (form.dataset.bundles ?? '').split(' ').filter(Boolean);
  const PAGE = 20;
  const merged = new Set();
  let pagefind;
  let found = [];
  let asked = 0;

  /** The program and the bundles of a year; all bundles for no year. */
  const open = async (year) => {
    if (!pagefind) {
      const program = await import(new URL('pagefind/pagefind.js', here).href);
      await program.options({ basePath: new URL('pagefind/', here).pathname, excerptLength: 40 });
      await program.init();
      pagefind = program;
    }
    const wanted = bundles.filter((bundle) => bundle.startsWith(year) && !merged.has(bundle));
    await Promise.all(
      wanted.map((bundle) => {
        merged.add(bundle);
        return pagefind.mergeIndex(new URL(`${bundle}/`, here).pathname, { baseUrl: new URL('../', here).pathname });
      }),
    );
  };

  /** Pages by their numbers: 2 before 10. */
  const inOrder = (one, other) => one.localeCompare(other, undefined, { numeric: true });

  const fillFilters = async () => {
    const filters = await pagefind.filters();
    for (const name of ['section', 'page']) {
      const select = form.elements.namedItem(name);
      if (!(select instanceof HTMLSelectElement)) continue;
      const chosen = select.value;
      select.length = 1;
      for (const value of Object.keys(filters[name] ?? {}).sort(inOrder)) select.add(new Option(value));
      select.value = chosen;
    }
  };

  const isChinese = document.documentElement.lang.startsWith('zh');

  /** The excerpt without the headline, which stands over it, and with an ellipsis where it stops within a sentence. */
  const trimmed = (excerpt, title) => {
    const letters = [...title].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'));
    const head = new RegExp(`^(?:<mark>)?${letters.join('(?:</?mark>)*')}(?:</mark>)?[.\\s]*`, 'u');
    const rest = excerpt.replace(head, '') || excerpt;
    const whole = /[。！？.!?][”’」』]?(?:<\/mark>)?$/u.test(rest);
    return whole ? rest : `${rest.replace(/[\s，、；：,;:“‘「『《（(]+$/u, '')}${isChinese ? '……' : '…'}`;
  };

  /** The excerpt with its marks, as text and not as markup. Between blocks Pagefind puts a full stop of its own. */
  const marked = (excerpt) => {
    const paragraph = document.createElement('p');
    const said = isChinese ? excerpt.replace(/(?<=[\p{Script=Han}”’」』》）]|<\/mark>)\. /gu, '　') : excerpt;
    for (const [at, piece] of said.split(/<\/?mark>/).entries()) {
      const holder = document.createElement(at % 2 ? 'mark' : 'span');
      const inert = document.createElement('template');
      inert.innerHTML = piece;
      holder.textContent = inert.content.textContent;
      paragraph.append(holder);
    }
    return paragraph;
  };

  const item = ({ url, meta, excerpt }) => {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    link.href = url;
    link.textContent = meta.title;
    const where = document.createElement('small');
    const page = form.dataset.page?.replace('{}', meta.page) ?? '';
    where.textContent = [meta.date, page, meta.section].join(isChinese ? '　' : ' – ');
    entry.append(link, where, marked(trimmed(excerpt, meta.title)));
    return entry;
  };

  const showMore = async (turn) => {
    const shown = await Promise.all(found.splice(0, PAGE).map((result) => result.data()));
    if (turn !== asked) return;
    results.append(...shown.map(item));
    more.hidden = found.length === 0;
  };

  const counted = (number) => {
    const { none, one, count: many } = form.dataset;
    return number === 0 ? none : number === 1 ? one : many?.replace('{}', String(number));
  };

  const search = async () => {
    const turn = ++asked;
    const { q = '', year = '', section = '', page = '' } = Object.fromEntries(new FormData(form));
    history.replaceState(null, '', q ? `?${new URLSearchParams({ q, year, section, page })}` : './');
    if (q.trim() === '') {
      results.replaceChildren();
      count.textContent = '';
      more.hidden = true;
      return;
    }
    await open(year);
    await fillFilters();
    const filters = Object.fromEntries(Object.entries({ year, section, page }).filter(([, value]) => value !== ''));
    const answer = await pagefind.search(q, { filters });
    if (turn !== asked) return;
    found = [...answer.results];
    results.replaceChildren();
    count.textContent = counted(found.length);
    await showMore(turn);
  };

  const run = () => {
    search().catch(() => {
      count.textContent = form.dataset.failed;
    });
  };
  let waiting;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 250);
  });
  more.addEventListener('click', () => showMore(asked));

  const asks = new URLSearchParams(location.search);
  for (const [name, value] of asks) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement) {
      if (![...field.options].some((option) => option.value === value)) field.add(new Option(value));
      field.value = value;
    }
  }
  if (asks.get('q')) run();
})();
