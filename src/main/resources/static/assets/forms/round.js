// The monthly round: one table of all the unit's open problems. A row is as last month with one tick, or typed anew from
// last month's text; only what is typed is sent.

import { button, day, el, freshId } from './dom.js';
import { fieldKind } from './fields.js';
import { call } from './server.js';

const STATUSES = [['DONE', '已完成'], ['ON_SCHEDULE', '达到序时进度'], ['BEHIND', '未达序时进度']];

/** The unit's table for the kit. */
export async function load(taskId) {
  const task = await call('GET', '/api/rounds/tasks/' + encodeURIComponent(taskId));
  return { task, top: head(task), names: { [task.assignee]: task.assigneeName } };
}

function head(task) {
  return el('section', { class: 'df-facts', 'aria-label': '月调度' },
    el('h4', {}, `${task.title} · ${task.unitName}`),
    el('p', { class: 'df-text' }, `共 ${task.items.length} 个未销号问题。请在 ${day(task.reportDueOn)} 前报送；`,
      `${day(task.cutOffOn)} 后自动冻结，冻结以后的变化填在下一个月。`));
}

function statusOf(planned, actual) {
  if (actual >= 100) {
    return 'DONE';
  }
  return planned === undefined || planned === null || actual >= planned ? 'ON_SCHEDULE' : 'BEHIND';
}

function statusWords(code) {
  return (STATUSES.find(([one]) => one === code) || [])[1] || '';
}

class Row {
  constructor(item) {
    this.item = item;
    this.last = item.last || {};
    this.same = el('input', { type: 'checkbox', onchange: () => this.follow() });
    this.text = el('textarea', { class: 'form-control', rows: 3, maxlength: 2000, id: freshId('df') });
    this.actual = el('input', { class: 'form-control', type: 'number', min: 0, max: 100, step: 1, inputmode: 'numeric', id: freshId('df'), oninput: () => this.propose() });
    this.status = el('select', { class: 'form-control', id: freshId('df'), onchange: () => { this.chosen = true; this.hint(); } },
      STATUSES.map(([code, label]) => el('option', { value: code }, label)));
    this.issue = el('textarea', { class: 'form-control', rows: 2, maxlength: 2000, id: freshId('df') });
    this.proposal = el('small', { class: 'df-proposal' });
    this.outcome = el('span', { class: 'df-outcome' });
    this.typed = el('div', { class: 'df-typed' }, this.fields());
    this.box = el('section', { class: 'df-round-row', 'data-no': item.no }, this.head(), this.before(), this.typed);
    this.write({});
  }

  head() {
    const { item } = this;
    return el('header', {},
      el('span', { class: 'df-round-seq' }, String(item.seq)),
      el('div', {},
        el('h5', {}, el('a', { href: '/desk/cases/' + encodeURIComponent(item.no), target: '_blank', rel: 'noopener' }, item.no), ' ', item.title),
        el('p', { class: 'df-round-facts' },
          `时限：${item.deadline}` + (item.dueOn && !item.deadline.includes(item.dueOn) ? `（${day(item.dueOn)}）` : ''),
          ` · ${item.leads ? '牵头' : '责任'}单位 · ${item.state}`,
          item.nextReviewOn && ` · 下次定期评估 ${day(item.nextReviewOn)}`),
        this.planned()));
  }

  planned() {
    const { item } = this;
    if (item.standing) {
      return el('p', { class: 'df-round-facts' }, '长期坚持，不计序时进度，只报坚持情况。');
    }
    if (item.planned === undefined || item.planned === null) {
      return el('p', { class: 'df-round-facts' }, '没有明确时限，不计序时进度。');
    }
    return el('details', { class: 'df-round-plan' },
      el('summary', {}, '序时进度应达 ', el('strong', {}, item.planned + '%')),
      el('ul', {}, item.plannedBasis.map((line) => el('li', {}, line))));
  }

  before() {
    const { item, last } = this;
    if (item.struckOff) {
      return el('p', { class: 'df-said' }, '已批准销号，不用填写。');
    }
    if (!item.last) {
      return el('p', { class: 'df-round-facts' }, '以前没有填报过，请填写。');
    }
    return el('div', {},
      el('p', { class: 'df-said' }, el('strong', {}, `${last.month}：`), last.text,
        last.issue && el('span', { class: 'df-round-issue' }, `存在问题：${last.issue}`)),
      el('label', { class: 'df-same' }, this.same, ' 与上月相同',
        item.standing ? '' : `（进度 ${last.actual}%）`, this.outcome));
  }

  fields() {
    const { item } = this;
    const labelled = (label, control, ...more) => el('div', {}, el('label', { for: control.id }, label), control, more);
    return [
      labelled(item.standing ? '坚持情况' : '本月进展', this.text),
      !item.standing && el('div', { class: 'df-numbers' },
        labelled('实际进度（%）', this.actual), labelled('状态', this.status, this.proposal)),
      labelled('存在问题、需协调事项（可不填）', this.issue)
    ];
  }

  /** Whether last month's text can stand for this month. */
  canBeSame() {
    const { item, last } = this;
    return !!item.last && !item.struckOff && (item.standing || (last.actual !== undefined && last.actual !== null));
  }

  propose() {
    if (this.actual.value !== '' && !this.chosen) {
      this.status.value = statusOf(this.item.planned, Number(this.actual.value));
    }
    this.hint();
  }

  hint() {
    const own = this.actual.value !== '' && statusOf(this.item.planned, Number(this.actual.value));
    this.proposal.textContent = !own ? '填写实际进度后自动判定'
      : own === this.status.value ? '按序时进度判定' : `按序时进度应为“${statusWords(own)}”`;
  }

  follow() {
    this.typed.hidden = this.same.checked || !!this.item.struckOff;
    const status = this.same.checked && !this.item.standing && statusOf(this.item.planned, this.last.actual);
    this.outcome.replaceChildren(status ? el('span', { class: 'label ' + (status === 'BEHIND' ? 'label-danger' : 'label-default') }, statusWords(status)) : '');
    this.box.classList.toggle('df-answered', this.answered());
  }

  answered() {
    return !!this.item.struckOff || this.same.checked || this.edited();
  }

  /** Something else stands in the fields than last month. */
  edited() {
    const value = this.values();
    return value.text !== (this.last.text || '') || value.actual !== number(this.last.actual) || value.issue !== (this.last.issue || '');
  }

  values() {
    return { text: this.text.value.trim(), actual: this.actual.value.trim(), issue: this.issue.value.trim() };
  }

  read() {
    const { item } = this;
    if (item.struckOff) {
      return null;
    }
    if (this.same.checked) {
      return { no: item.no, unchanged: true };
    }
    if (!this.edited()) {
      return null;
    }
    const { text, actual, issue } = this.values();
    return Object.assign({ no: item.no, text },
      item.standing || actual === '' ? {} : { actual: Number(actual), status: this.status.value },
      issue ? { issue } : {});
  }

  write(kept) {
    const start = kept.no && !kept.unchanged ? kept : this.last;
    this.same.checked = !!kept.unchanged && this.canBeSame();
    this.same.disabled = !this.canBeSame();
    this.text.value = start.text || '';
    this.actual.value = number(start.actual);
    this.issue.value = start.issue || '';
    this.chosen = false;
    this.propose();
    if (kept.status && kept.status !== this.status.value) {
      this.status.value = kept.status;
      this.chosen = true;
      this.hint();
    }
    this.follow();
  }

  check() {
    if (this.item.struckOff || this.same.checked) {
      return null;
    }
    const { text, actual } = this.values();
    const said = this.item.standing ? '坚持情况' : '本月进展';
    if (!this.edited()) {
      return this.item.last ? `没有填写：没有变化的请勾选“与上月相同”，有变化的请改写${said}。` : `没有填写${said}。`;
    }
    if (!text) {
      return `没有填写${said}。`;
    }
    if (this.item.standing) {
      return null;
    }
    if (!/^\d{1,3}$/.test(actual) || Number(actual) > 100) {
      return '实际进度应填 0 至 100 的整数。';
    }
    return (this.status.value === 'DONE') !== (Number(actual) === 100) ? '状态“已完成”与实际进度 100% 应当一致，请改正其中一项。' : null;
  }
}

function number(value) {
  return value === undefined || value === null ? '' : String(value);
}

class RoundItems {
  constructor(box, context) {
    this.box = box;
    this.rows = context.task.items.map((item) => new Row(item));
    const candidates = this.rows.filter((row) => row.canBeSame());
    this.count = el('span', { class: 'df-round-count', role: 'status' });
    const all = button('全部无变化', 'btn-primary', () => {
      candidates.filter((row) => !row.edited()).forEach((row) => {
        row.same.checked = true;
        row.follow();
      });
      this.changed();
    });
    this.bar = el('div', { class: 'df-round-bar' },
      candidates.length ? all : '', this.count,
      candidates.length ? el('small', {}, '已经改写的行不受影响。') : '');
    box.append(this.bar, this.rows.map((row) => row.box).reduce((list, one) => { list.append(one); return list; }, el('div', { class: 'df-round' })));
    box.addEventListener('input', () => this.follow());
    box.addEventListener('change', () => this.follow());
    this.follow();
  }

  changed() {
    this.box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  follow() {
    this.rows.forEach((row) => row.box.classList.toggle('df-answered', row.answered()));
    const answered = this.rows.filter((row) => row.answered()).length;
    this.count.textContent = `已填 ${answered} / ${this.rows.length}`;
  }

  read() {
    return this.rows.map((row) => row.read()).filter(Boolean);
  }

  write(items) {
    const byNo = Object.fromEntries((items || []).map((item) => [item.no, item]));
    this.rows.forEach((row) => row.write(byNo[row.item.no] || {}));
    this.follow();
  }

  check() {
    const faults = this.rows.map((row) => {
      const lacks = row.check();
      row.box.classList.toggle('has-error', !!lacks);
      if (lacks) {
        row.box.append(el('p', { class: 'df-fault help-block' }, lacks));
      }
      return lacks && row.item.seq;
    }).filter(Boolean);
    return faults.length ? `第 ${faults.join('、')} 行还没有填好，见该行标红处。` : null;
  }
}

fieldKind('round-items', RoundItems);
