// What earlier steps left, to read beside the fields: elements with `data-panel`.

import { day, el, line, moment } from './dom.js';
import { CRITERIA, unitName } from './facts.js';
import { currentReports } from './criteria.js';
import { gallery } from './evidence.js';
import { request } from './limits.js';

const RETURN_REASONS = {
  NOT_OUR_AREA: '不属本辖区', NOT_OUR_DUTY: '不属本单位职责', DUPLICATE: '重复交办', WRONG_FACTS: '事实有误', OTHER: '其他'
};
const RETURN_DECISIONS = { KEPT: '维持原交办', REASSIGNED: '改派', DECIDED_BY_LEADER: '领导指定' };
const STAGES = { PRELIMINARY: '初验', VERIFICATION: '核查验收', STRIKE_OFF: '销号审批', LOOK_BACK: '回头看', STANDING: '坚持情况评估' };

function panel(title, ...content) {
  return el('section', { class: 'df-panel' }, el('h5', {}, title), content);
}

function returns(task) {
  const all = task.case.returns || [];
  return all.length && panel('退单情况', all.map((one) => el('dl', {},
    line('退单单位', unitName(task.case, one.unit) + ' · ' + moment(one.returnedAt)),
    line('退单理由', `${RETURN_REASONS[one.reasonCode] || one.reasonCode}:${one.reason}`),
    line('建议牵头单位', one.suggestedUnit && unitName(task.case, one.suggestedUnit)),
    line('处理结果', one.decision && [RETURN_DECISIONS[one.decision], one.newUnit && unitName(task.case, one.newUnit), one.answer].filter(Boolean).join(' · ')))));
}

function plan(task) {
  const one = task.case.plan;
  return one && panel('整改方案', el('dl', {}, line('整改目标', one.goal), line('联系人', [one.contact, one.phone].filter(Boolean).join(' '))),
    el('table', { class: 'table df-table' },
      el('thead', {}, el('tr', {}, ['序号', '整改措施', '完成时限', '责任人', '责任单位'].map((head) => el('th', {}, head)))),
      el('tbody', {}, (one.measures || []).map((measure) => el('tr', {},
        el('td', { class: 'df-seq' }, String(measure.seq)),
        el('td', { 'data-head': '整改措施' }, measure.text),
        el('td', { 'data-head': '完成时限' }, day(measure.dueOn)),
        el('td', { 'data-head': '责任人' }, measure.responsiblePerson),
        el('td', { 'data-head': '责任单位' }, unitName(task.case, measure.unit)))))));
}

// Whoever signs or checks a report reads it whole; later steps unfold what they want to see.
const READ_WHOLE = ['UserTask_HeadSign', 'UserTask_CheckPreliminarily', 'UserTask_AssessStanding'];

function report(task, one, evidence) {
  const pictures = (box, criterion) => evidence.then((all) => box.append(gallery(
    all.filter((piece) => piece.filed && (piece.criterion || null) === criterion && piece.unit === one.unit), task.case)));
  const said = CRITERIA.filter(([code]) => one.criteria && one.criteria[code]);
  const general = el('div');
  pictures(general, null);
  return el('details', { class: 'df-report', open: READ_WHOLE.includes(task.element) },
    el('summary', {}, el('strong', {}, unitName(task.case, one.unit)), ` ${moment(one.reportedAt)} ${unitName(task.case, one.reportedBy)}`),
    el('p', { class: 'df-text' }, one.text),
    one.completedOn && el('p', {}, '完成日期：' + day(one.completedOn)),
    said.length > 0 && el('dl', {}, said.map(([code, label]) => {
      const box = el('dd', {}, one.criteria[code].text || '');
      pictures(box, code);
      return el('div', { class: 'df-line df-wide' }, el('dt', {}, label), box);
    })),
    general);
}

function reports(task, context) {
  const mine = (one) => task.element !== 'UserTask_HeadSign' || one.unit === task.unit;
  const all = currentReports(task.case, 'DONE').filter(mine);
  return all.length && panel('申报情况', all.map((one) => report(task, one, context.evidence)));
}

function standing(task, context) {
  const all = currentReports(task.case, 'STANDING');
  return all.length && panel('坚持情况', all.map((one) => report(task, one, context.evidence)));
}

function checks(task) {
  const all = (task.case.checks || []).filter((check) => check.rectification === task.case.rectification);
  return all.length && panel('检查验收情况', all.map((check) => el('dl', {},
    line(STAGES[check.stage], (check.passed ? '通过' : '未通过') + ' · ' + moment(check.checkedAt) + ' ' + unitName(task.case, check.checkedBy)),
    line('意见', check.opinion), line('现场核查', [day(check.visitedOn), check.visitors].filter(Boolean).join(' · ')),
    CRITERIA.map(([code, label]) => {
      const found = (check.criteria || {})[code];
      return found && !found.met ? line(label, '未达到：' + found.reason) : null;
    }))));
}

function notice(task) {
  const one = task.case.notice;
  const settled = one && (one.objections || []).filter((objection) => objection.answeredAt);
  return one && panel('公示情况', el('dl', {}, line('公示期', `${day(one.startsOn)}至${day(one.endsOn)}`),
    line('异议', settled.length ? '' : '没有已答复的异议'),
    settled.map((objection) => line(`${day(objection.receivedOn)} ${objection.channel}`,
      `${objection.text} —— ${objection.upheld ? '成立' : '不成立'}:${objection.answer}`))));
}

const panels = { request, returns, plan, reports, standing, checks, notice };

/** Adds a panel: a function of the task and the context that answers an element, or nothing when there is nothing to read. */
export function addPanel(name, content) {
  panels[name] = content;
}

export { panel };

export function fill(form, context) {
  form.querySelectorAll('[data-panel]').forEach((place) => {
    place.dataset.panel.split(' ').forEach((name) => {
      const content = panels[name](context.task, context);
      content && place.append(content);
    });
  });
}
