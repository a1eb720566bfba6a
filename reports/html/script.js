// Without this the page has all that it has with it, except for the filters.
(() => {
  const form = document.getElementById('filters');
  if (form) {
    const { elements } = form;
    const checks = [...document.querySelectorAll('.check')];
    const texts = new Map();
    const textOf = (check) => {
      if (!texts.has(check)) texts.set(check, check.textContent.toLowerCase());
      return texts.get(check);
    };
    const suiteOf = (check) => check.closest('.suite');

    const apply = () => {
      const verdicts = new Set([...form.querySelectorAll('[name=verdict]:checked')].map(({ value }) => value));
      const suite = elements.suite.value;
      const words = elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const check of checks) {
        const matches =
          verdicts.has(check.dataset.verdict) &&
          (suite === '' || suiteOf(check).dataset.suite === suite) &&
          (words.length === 0 ||
            words.every((word) => `${suiteOf(check).dataset.suite}/${textOf(check)}`.includes(word)));
        check.hidden = !matches;
        if (matches) shown += 1;
      }
      for (const each of document.querySelectorAll('.suite')) each.hidden = !each.querySelector('.check:not([hidden])');
      elements.shown.value = `${shown} of ${checks.length} shown`;
    };

    let waiting;
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    elements.open.addEventListener('click', () => {
      for (const check of checks) if (!check.hidden) check.open = true;
    });
    elements.close.addEventListener('click', () => {
      for (const check of checks) check.open = false;
    });
    form.hidden = false;
    apply();
  }

  // A link to a check opens it, also in browsers that do not do so themselves, and where a filter hides it.
  const show = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const check = place?.closest('.check');
    if (!check) return;
    check.hidden = false;
    check.closest('.suite').hidden = false;
    check.open = true;
    place.scrollIntoView();
  };
  addEventListener('hashchange', show);
  show();
})();
