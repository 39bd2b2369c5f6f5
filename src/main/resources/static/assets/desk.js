// Behaviour shared by Duban's own pages. Every page also works without it.
(() => {
  'use strict';

  // The token travels in our own header; the engine's web applications keep theirs.
  const token = () => {
    const match = document.cookie.match(/(?:^|; )DUBAN-XSRF=([^;]*)/);
    return match ? decodeURIComponent(match[1]) : '';
  };
  window.duban = {token};

  document.addEventListener('htmx:configRequest', (event) => {
    const {verb, headers, parameters} = event.detail;
    if (verb !== 'get') {
      headers['X-DUBAN-XSRF'] = token();
      return;
    }
    // An address that is passed on says only what was chosen.
    Object.keys(parameters).filter((name) => parameters[name] === '').forEach((name) => delete parameters[name]);
  });

  const markCurrentPage = () => {
    const here = location.pathname;
    const candidates = [...document.querySelectorAll('[data-nav]')];
    const leadsHere = (link) => link.dataset.nav.split(' ').some((part) => here === part || here.startsWith(part + '/'));
    const best = (links) => links
      .filter(leadsHere)
      .sort((a, b) => b.dataset.nav.length - a.dataset.nav.length)[0];
    const top = best(candidates.filter((link) => !link.closest('.duban-menu div')));
    const inMenu = best(candidates.filter((link) => link.closest('.duban-menu div')));
    [top, inMenu].filter(Boolean).forEach((link) => link.setAttribute('aria-current', 'page'));
  };

  const closeMenus = (event) => {
    document.querySelectorAll('details.duban-menu[open]').forEach((menu) => {
      if (event.key === 'Escape' || (event.type === 'click' && !menu.contains(event.target))) {
        menu.removeAttribute('open');
      }
    });
  };

  // A question before what cannot be taken back: <form data-confirm="…">.
  const askFirst = (event) => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  };

  // One tick for all of a page: <input type="checkbox" data-tick-all="name of the others">.
  const tickAll = (event) => {
    const name = event.target.dataset && event.target.dataset.tickAll;
    if (name) {
      document.querySelectorAll(`input[type=checkbox][name="${name}"]`)
        .forEach((box) => { box.checked = event.target.checked; });
    }
  };

  // The explanation of a date opens in place; without scripts its link leads to a page of its own.
  const openWhy = (event) => {
    const box = event.detail.target;
    if (box && box.id === 'why' && !box.open) {
      box.showModal();
    }
  };

  markCurrentPage();
  document.addEventListener('htmx:afterSwap', openWhy);
  document.addEventListener('change', tickAll);
  document.addEventListener('click', closeMenus);
  document.addEventListener('keydown', closeMenus);
  document.addEventListener('submit', askFirst);
})();
