// Choosing units from the city's list by typing part of the name. One unit, or several with data-kind="units".

import { el, freshId } from './dom.js';
import { fieldKind } from './fields.js';

const SHOWN = 60;

class UnitField {
  constructor(box, context) {
    this.box = box;
    this.several = box.dataset.kind === 'units';
    this.units = context.task.units || [];
    this.chosen = [];
    this.build();
  }

  build() {
    const list = freshId('df-units');
    this.chips = el('div', { class: 'df-chips' });
    this.input = el('input', {
      class: 'form-control', type: 'text', autocomplete: 'off', role: 'combobox', 'aria-expanded': 'false',
      'aria-controls': list, placeholder: '输入单位名称中的字来查找', id: freshId('df'),
      oninput: (event) => { event.stopPropagation(); this.open(); },
      onfocus: () => this.open(),
      onblur: () => setTimeout(() => this.close(), 150),
      onkeydown: (event) => this.key(event)
    });
    this.list = el('ul', { class: 'df-list', role: 'listbox', id: list, hidden: true });
    const label = this.box.querySelector('label');
    if (label) {
      label.htmlFor = this.input.id;
    }
    const hint = this.box.querySelector('.help-block');
    const combo = el('div', { class: 'df-combo' }, this.several && this.chips, this.input, this.list);
    this.box.insertBefore(combo, hint);
  }

  matches() {
    const typed = this.input.value.replace(/\s+/g, '');
    const asked = this.several || typed !== this.nameOf(this.chosen[0]) ? typed : '';
    return this.units
      .filter((unit) => !this.chosen.includes(unit.code) || !this.several)
      .filter((unit) => unit.name.includes(asked) || (unit.shortName || '').includes(asked) || unit.code === asked)
      .slice(0, SHOWN);
  }

  open() {
    const found = this.matches();
    this.list.replaceChildren(
      ...(found.length
        ? found.map((unit) =>
            el('li', {
              role: 'option', 'data-code': unit.code,
              onmousedown: (event) => { event.preventDefault(); this.choose(unit.code); }
            }, unit.name)
          )
        : [el('li', { class: 'df-none' }, '没有名称相符的单位，请换个字再找')])
    );
    this.list.hidden = false;
    this.list.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-expanded', 'true');
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    if (this.several) {
      this.input.value = '';
    } else if (this.input.value.trim() === '') {
      this.set([]);
    } else {
      this.input.value = this.nameOf(this.chosen[0]);
    }
  }

  key(event) {
    const options = Array.from(this.list.querySelectorAll('[data-code]'));
    const at = options.findIndex((option) => option.classList.contains('active'));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = options[(at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length] || options[0];
      options.forEach((option) => option.classList.toggle('active', option === next));
      next && next.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.ctrlKey && !this.list.hidden) {
      event.preventDefault();
      const picked = options[at] || (options.length === 1 ? options[0] : null);
      picked && this.choose(picked.dataset.code);
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  choose(code) {
    this.set(this.several ? this.chosen.concat(code) : [code]);
    this.list.hidden = true;
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  set(codes) {
    this.chosen = codes;
    this.input.value = this.several ? '' : this.nameOf(codes[0]);
    this.chips.replaceChildren(
      ...codes.map((code) =>
        el('span', { class: 'df-chip' }, this.nameOf(code),
          el('button', { type: 'button', 'aria-label': '去掉 ' + this.nameOf(code), onclick: () => {
            this.set(this.chosen.filter((other) => other !== code));
            this.box.dispatchEvent(new Event('change', { bubbles: true }));
          } }, '×'))
      )
    );
  }

  nameOf(code) {
    const unit = this.units.find((one) => one.code === code);
    return unit ? unit.name : code || '';
  }

  read() {
    return this.several ? this.chosen.slice() : this.chosen[0] || '';
  }

  write(value) {
    this.set([].concat(value || []));
  }
}

fieldKind('unit', UnitField);
fieldKind('units', UnitField);
