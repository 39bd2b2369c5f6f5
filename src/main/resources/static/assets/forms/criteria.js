// The five closure criteria: to report on with evidence under each, or to verify with the reports beside.

import { el, freshId } from './dom.js';
import { CRITERIA, reasonFor, unitName } from './facts.js';
import { EvidenceBox, gallery } from './evidence.js';
import { fieldKind } from './fields.js';

function lastTime(task, code) {
  const reason = reasonFor(task.sentBack, code);
  return reason && el('p', { class: 'df-last' }, el('strong', {}, '上次未达到：'), reason);
}

/** Reports of the round in hand, the last one of each unit. */
export function currentReports(file, kind) {
  const byUnit = {};
  (file.reports || [])
    .filter((report) => report.kind === kind && report.rectification === file.rectification)
    .forEach((report) => {
      byUnit[report.unit] = report;
    });
  return Object.values(byUnit);
}

/** What the unit of this task reported last in this round, to start from when it was sent back. */
export function lastReport(task, kind) {
  const last = currentReports(task.case, kind).find((report) => report.unit === task.unit);
  return last ? { text: last.text, completedOn: last.completedOn, criteria: last.criteria || {} } : {};
}

class ReportedCriteria {
  constructor(box, context) {
    this.box = box;
    const task = context.task;
    this.parts = CRITERIA.map(([code, label], at) => {
      const id = freshId('df');
      const text = el('textarea', { class: 'form-control', rows: 3, id, maxlength: 4000, placeholder: '写明怎么做的、做到什么程度' });
      const evidence = new EvidenceBox(context, code);
      const part = el('section', { class: 'df-criterion' },
        el('label', { for: id }, `${at + 1}. ${label}`, el('span', { class: 'df-star', title: '必填' }, ' *')),
        lastTime(task, code), text, evidence.box);
      box.append(part);
      return { code, label, text, evidence, part };
    });
  }

  read() {
    const filled = this.parts.filter((part) => part.text.value.trim());
    return Object.fromEntries(filled.map((part) => [part.code, { text: part.text.value.trim() }]));
  }

  write(criteria) {
    this.parts.forEach((part) => {
      part.text.value = (criteria[part.code] || {}).text || '';
    });
  }

  check() {
    const lacking = this.parts.filter((part) => !part.text.value.trim());
    lacking.forEach((part) => {
      part.part.classList.add('has-error');
      part.text.after(el('p', { class: 'df-fault help-block' }, `请填写“${part.label}”的完成情况。`));
    });
    const evidence = this.parts.map((part) => part.evidence.check()).filter(Boolean);
    return lacking.length || evidence.length ? lacking.map((part) => part.label).concat(evidence).length + ' 处还没有填写完整，见上方标红处。' : null;
  }
}

class VerifiedCriteria {
  constructor(box, context) {
    this.box = box;
    const task = context.task;
    const reports = currentReports(task.case, 'DONE');
    this.parts = CRITERIA.map(([code, label], at) => {
      const group = freshId('met');
      const radio = (value, words) =>
        el('label', { class: 'radio-inline' }, el('input', { type: 'radio', name: group, value, onchange: () => this.follow() }), ' ' + words);
      const reason = el('textarea', { class: 'form-control', rows: 2, maxlength: 2000, placeholder: '写明哪里没有达到，需要补做什么', 'aria-label': label + '没有达到的理由' });
      const said = reports.map((report) => {
        const pictures = el('div');
        context.evidence.then((all) => pictures.append(gallery(
          all.filter((one) => one.filed && one.criterion === code && one.unit === report.unit), task.case)));
        return el('div', { class: 'df-said' }, el('strong', {}, unitName(task.case, report.unit) + ':'),
          ((report.criteria || {})[code] || {}).text || '(没有说明)', pictures);
      });
      const part = el('section', { class: 'df-criterion' },
        el('h5', {}, `${at + 1}. ${label}`),
        said, lastTime(task, code),
        el('div', { class: 'df-verdict' }, radio('true', '达到'), radio('false', '未达到')), reason);
      box.append(part);
      return { code, label, part, reason, radios: Array.from(part.querySelectorAll('input[type=radio]')) };
    });
    this.follow();
  }

  follow() {
    this.parts.forEach((part) => {
      part.reason.hidden = this.met(part) !== false;
    });
  }

  met(part) {
    const chosen = part.radios.find((radio) => radio.checked);
    return chosen ? chosen.value === 'true' : undefined;
  }

  read() {
    return Object.fromEntries(this.parts.filter((part) => this.met(part) !== undefined).map((part) => {
      const met = this.met(part);
      return [part.code, met ? { met } : { met, reason: part.reason.value.trim() }];
    }));
  }

  write(criteria) {
    this.parts.forEach((part) => {
      const found = criteria[part.code];
      part.radios.forEach((radio) => {
        radio.checked = !!found && radio.value === String(found.met);
      });
      part.reason.value = (found && found.reason) || '';
    });
    this.follow();
  }

  check() {
    const faults = this.parts.filter((part) => {
      const met = this.met(part);
      const lacks = met === undefined ? `请选择“${part.label}”是否达到。`
        : met === false && !part.reason.value.trim() ? `请写明“${part.label}”没有达到的理由。` : null;
      if (lacks) {
        part.part.classList.add('has-error');
        part.part.append(el('p', { class: 'df-fault help-block' }, lacks));
      }
      return lacks;
    });
    return faults.length ? faults.length + ' 项标准还没有核查完，见上方标红处。' : null;
  }
}

fieldKind('criteria-report', ReportedCriteria);
fieldKind('criteria-verify', VerifiedCriteria);
