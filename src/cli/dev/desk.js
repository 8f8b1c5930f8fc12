/** The live desk in the browser: reloads when a page was made anew, and shows faults over the last good page. */
(() => {
  const events = new EventSource('/~desk/events');
  let panel;

  events.addEventListener('reload', () => {
    sessionStorage.setItem('desk-scroll', String(scrollY));
    location.reload();
  });

  events.addEventListener('faults', ({ data }) => {
    const faults = JSON.parse(data);
    panel?.remove();
    if (faults.length === 0) return;
    panel = document.createElement('dialog');
    panel.id = 'broadsheet-desk';
    const list = document.createElement('ul');
    for (const { place, message, hint } of faults) {
      const item = document.createElement('li');
      const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`} `;
      item.textContent = `${where}${message} → ${hint}`;
      list.append(item);
    }
    panel.append(list);
    document.body.append(panel);
    panel.show();
  });

  addEventListener('load', () => {
    const kept = sessionStorage.getItem('desk-scroll');
    if (kept !== null) scrollTo(0, Number(kept));
    sessionStorage.removeItem('desk-scroll');
  });
})();
