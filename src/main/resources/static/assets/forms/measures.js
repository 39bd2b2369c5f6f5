// The plan's measures: a table whose rows can be added and removed, on a phone one card each.

import { button, el } from './dom.js';
import { fieldKind } from './fields.js';

// A new measure begins at a line, or at a number such as 1. 2、 (一) 三、
const NUMBER = /(?:^|[\n;；。])\s*(?:\d{1,2}[.．、)）]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、)\s*/;

// The measures a list wrote into one cell.
function split(text) {
  const whole = (text || '').trim();
  const parts = NUMBER.test(whole) ? whole.split(new RegExp(NUMBER, 'g')) : whole.split(/\n+/);
  return parts.map((part) => part.trim().replace(/[;；]$/, '')).filter(Boolean);
}

/** Measures to start a plan from: each with the day its own words name, or else the last day of the problem. */
export function listed({ measuresText, dueOn }) {
  return split(measuresText).map((text) => {
    const said = /(20\d\d)[-年](\d{1,2})[-月](\d{1,2})/.exec(text);
    const day = said && [said[1], said[2].padStart(2, '0'), said[3].padStart(2, '0')].join('-');
    return { text, dueOn: day && (!dueOn || day <= dueOn) ? day : dueOn };
  });
}

class MeasuresField {
  constructor(box, context) {
    this.box = box;
    const file = context.task.case;
    const own = [file.leadUnit].concat(file.responsibleUnits || []).filter(Boolean);
    this.units = own.filter((unit, at) => own.findIndex((other) => other.code === unit.code) === at);
    this.lead = file.leadUnit ? file.leadUnit.code : '';
    this.latest = file.dueOn;
    this.rows = el('tbody');
    this.box.append(
      el('table', { class: 'table df-table' },
        el('thead', {}, el('tr', {},
          el('th', {}, '序号'), el('th', {}, '整改措施'), el('th', {}, '完成时限'), el('th', {}, '责任人'), el('th', {}, '责任单位'), el('th'))),
        this.rows),
      button('增加一条措施', 'btn-default btn-sm', () => { this.add({}).querySelector('textarea').focus(); this.changed(); }));
    this.add({});
  }

  add(measure) {
    const units = el('select', { class: 'form-control', 'data-part': 'unit', 'aria-label': '责任单位' },
      this.units.map((unit) => el('option', { value: unit.code }, unit.name)));
    units.value = measure.unit || this.lead;
    const text = el('textarea', { class: 'form-control', rows: 2, 'data-part': 'text', 'aria-label': '整改措施', maxlength: 2000 });
    text.value = measure.text || '';
    const row = el('tr', {},
      el('td', { class: 'df-seq' }),
      el('td', { 'data-head': '整改措施' }, text),
      el('td', { 'data-head': '完成时限' }, el('input', { class: 'form-control', type: 'date', 'data-part': 'dueOn', 'aria-label': '完成时限', value: measure.dueOn, max: this.latest })),
      el('td', { 'data-head': '责任人' }, el('input', { class: 'form-control', type: 'text', 'data-part': 'responsiblePerson', 'aria-label': '责任人', value: measure.responsiblePerson, maxlength: 50 })),
      el('td', { 'data-head': '责任单位' }, units),
      el('td', {}, button('删除', 'btn-link btn-sm', () => { row.remove(); this.number(); this.changed(); })));
    this.rows.append(row);
    this.number();
    return row;
  }

  number() {
    Array.from(this.rows.children).forEach((row, at) => {
      row.firstChild.textContent = at + 1;
    });
  }

  changed() {
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  read() {
    return Array.from(this.rows.children)
      .map((row) => Object.fromEntries(Array.from(row.querySelectorAll('[data-part]')).map((part) => [part.dataset.part, part.value.trim()])))
      .filter((measure) => measure.text || measure.dueOn || measure.responsiblePerson);
  }

  write(measures) {
    this.rows.replaceChildren();
    (measures.length ? measures : [{}]).forEach((measure) => this.add(measure));
  }

  check() {
    const faults = [];
    this.read().forEach((measure, at) => {
      const lacks = [!measure.text && '措施内容', !measure.dueOn && '完成时限', !measure.responsiblePerson && '责任人'].filter(Boolean);
      if (lacks.length) {
        faults.push(`第 ${at + 1} 条还没有填写${lacks.join('、')}。`);
      } else if (this.latest && measure.dueOn > this.latest) {
        faults.push(`第 ${at + 1} 条的完成时限晚于整改时限 ${this.latest},请改到整改时限以内。`);
      }
    });
    return faults.join('');
  }
}

fieldKind('measures', MeasuresField);
