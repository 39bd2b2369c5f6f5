// What was done to those at fault, as numbers. Left empty means nothing is said, which is not the same as nought.

import { el, freshId } from './dom.js';
import { fieldKind } from './fields.js';

const NUMBERS = [
  ['ordered', '责令整改（家）'], ['filed', '立案处罚（家）'], ['fine', '罚款金额（元）'], ['shut', '关停取缔（家）'],
  ['detained', '行政、刑事拘留（人）'], ['interviewed', '约谈（人）'], ['accountable', '问责（人）']
];

class SanctionsField {
  constructor(box) {
    this.box = box;
    this.inputs = NUMBERS.map(([code, label]) => {
      const input = el('input', { class: 'form-control', type: 'number', min: 0, step: code === 'fine' ? 0.01 : 1, inputmode: 'decimal', id: freshId('df'), 'data-code': code });
      return [code, label, input];
    });
    box.insertBefore(el('div', { class: 'df-sanctions' }, this.inputs.map(([, label, input]) =>
      el('div', {}, el('label', { for: input.id }, label), input))), box.querySelector('.help-block'));
  }

  read() {
    const said = {};
    this.inputs.forEach(([code, , input]) => {
      if (input.value !== '') {
        said[code] = Number(input.value);
      }
    });
    return Object.keys(said).length ? said : '';
  }

  write(said) {
    this.inputs.forEach(([code, , input]) => {
      const value = said && said[code];
      input.value = value === undefined || value === null ? '' : String(value);
    });
  }

  check() {
    const bad = this.inputs.find(([code, , input]) => input.validity.badInput || Number(input.value) < 0
      || (code !== 'fine' && !Number.isInteger(Number(input.value))));
    return bad ? `${bad[1].replace(/（.*/, '')}应填 0 或以上的${bad[0] === 'fine' ? '数' : '整数'}。` : null;
  }
}

fieldKind('sanctions', SanctionsField);
