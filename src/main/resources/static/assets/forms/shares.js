// The units a letter goes to and the share of each; the shares add up to one, and the form says how far they are from it.

import { button, el } from './dom.js';
import { fieldKind } from './fields.js';

const KINDS = [['COUNTY', '县（市、区）'], ['ZONE', '开发区'], ['DEPARTMENT', '市直部门']];

// Hundredths, because fractions such as 0.1 + 0.2 do not add up in binary.
function cents(value) {
  return Math.round(Number(value) * 100);
}

class SharesField {
  constructor(box, context) {
    this.box = box;
    this.units = context.task.units || [];
    this.rows = el('div', { class: 'df-shares' });
    this.sum = el('p', { class: 'df-share-sum', role: 'status' });
    const hint = box.querySelector('.help-block');
    const bar = el('div', { class: 'df-offers' },
      button('增加一个单位', 'btn-default btn-sm', () => { this.add({}).querySelector('select').focus(); this.changed(); }),
      button('平均分', 'btn-default btn-sm', () => { this.even(); this.changed(); }));
    [this.rows, bar, this.sum].forEach((one) => box.insertBefore(one, hint));
    this.add({ share: 1 });
    box.addEventListener('input', () => this.follow());
    box.addEventListener('change', () => this.follow());
    this.follow();
  }

  options() {
    const known = KINDS.map(([kind, label]) => el('optgroup', { label }, this.units.filter((unit) => unit.kind === kind)
      .map((unit) => el('option', { value: unit.code }, unit.name))));
    const others = this.units.filter((unit) => !KINDS.some(([kind]) => kind === unit.kind))
      .map((unit) => el('option', { value: unit.code }, unit.name));
    return [el('option', { value: '' }, '请选择单位'), known, others];
  }

  add({ unit, share }) {
    const select = el('select', { class: 'form-control', 'aria-label': '承办单位' }, this.options());
    const number = el('input', { class: 'form-control', type: 'number', min: 0.01, max: 1, step: 0.01, inputmode: 'decimal', 'aria-label': '份额' });
    select.value = unit || '';
    number.value = share === undefined || share === null ? '' : String(share);
    const row = el('div', { class: 'df-share' }, select, number,
      button('删除', 'btn-link btn-sm', () => { row.remove(); this.changed(); }));
    this.rows.append(row);
    return row;
  }

  lines() {
    return Array.from(this.rows.children).map((row) => ({ unit: row.querySelector('select'), share: row.querySelector('input') }));
  }

  /** Equal shares to the hundredth; the first unit takes what is left over. */
  even() {
    const all = this.lines();
    const each = Math.floor(100 / all.length);
    all.forEach(({ share }, at) => {
      share.value = String((at ? each : 100 - each * (all.length - 1)) / 100);
    });
  }

  total() {
    return this.lines().reduce((sum, { share }) => sum + (cents(share.value) || 0), 0);
  }

  follow() {
    const total = this.total();
    const off = Math.abs(100 - total) / 100;
    this.sum.textContent = `合计 ${total / 100}` + (total === 100 ? '，正好。' : total < 100 ? `，还差 ${off}。` : `，多出 ${off}。`);
    this.sum.classList.toggle('df-bad', total !== 100);
  }

  changed() {
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  read() {
    return this.lines().filter(({ unit, share }) => unit.value || (share.value && this.lines().length > 1))
      .map(({ unit, share }) => ({ unit: unit.value, share: share.value === '' ? null : Number(share.value) }));
  }

  write(shares) {
    this.rows.replaceChildren();
    (shares && shares.length ? shares : [{ share: 1 }]).forEach((one) => this.add(one));
    this.follow();
  }

  check() {
    const all = this.read();
    if (all.some((one) => !one.unit)) {
      return '有一行没有选择单位，请选择或删除。';
    }
    if (new Set(all.map((one) => one.unit)).size < all.length) {
      return '同一单位填写了两次，请合并为一行。';
    }
    if (all.some((one) => !one.share || one.share <= 0)) {
      return '每个单位的份额都应大于 0。';
    }
    return this.total() === 100 ? null : `各单位份额合计应为 1，现在是 ${this.total() / 100}。`;
  }
}

fieldKind('petition-shares', SharesField);
