// The deadlines behind a task: which day holds and why, and asking for more time, a stopped clock or other units.

import { button, day, el, line, moment } from './dom.js';
import { call } from './server.js';
import { Fields } from './fields.js';
import './units.js';

const FIELDS = {
  EXTENSION: [['day', '希望延到的日期', '请填写希望延到的日期。', 'date']],
  SUSPENSION: [['day', '挂账截止日期', '请填写挂账的截止日期，挂账必须有明确的期限。', 'date']],
  REASSIGNMENT: [
    ['leadUnit', '建议的牵头单位', '请选择建议的牵头单位。', 'unit'],
    ['responsibleUnits', '建议的责任单位', null, 'units', '不选则沿用原责任单位，其中的原牵头单位换成新单位。']
  ]
};
const WORDS = { EXTENSION: '延期', SUSPENSION: '挂账', REASSIGNMENT: '改派' };

const address = (task) => `/api/cases/${encodeURIComponent(task.caseNo)}/requests`;

function field([name, label, missing, kind, help], offer) {
  const box = el('div', { class: 'form-group', 'data-field': name, 'data-missing': missing, 'data-kind': kind === 'date' ? null : kind },
    el('label', {}, label));
  if (kind === 'date') {
    box.append(el('input', { type: 'date', class: 'form-control', max: offer.latestOn }));
  } else if (kind === 'text') {
    box.append(el('textarea', { class: 'form-control', rows: 2, maxlength: 2000 }));
  }
  const hint = kind === 'date' && offer.latestOn ? `最晚到 ${day(offer.latestOn)}。` : help;
  hint && box.append(el('p', { class: 'help-block' }, hint));
  return box;
}

/** The inline panel of one request; `done` is called when it was accepted. */
function panel(kind, offer, deadlineId, context, done) {
  const word = WORDS[kind];
  const box = el('section', { class: 'df-ask', 'aria-label': '申请' + word },
    el('p', { class: 'text-muted' }, `${offer.cap}。先由本单位负责人审签，再由${offer.approver}审批；审批期间工作照常进行，期限照常计算。`),
    FIELDS[kind].concat([
      ['reason', '申请理由', '请填写申请理由。', 'text'],
      ['progress', '目前进展', '请填写目前进展。', 'text']
    ]).map((one) => field(one, offer)));
  const fields = new Fields(box, context);
  const foot = el('div', { 'aria-live': 'polite' });
  const send = button('提交申请', 'btn-primary btn-sm', async () => {
    if (fields.check().length) {
      return;
    }
    send.disabled = true;
    try {
      await call('POST', address(context.task), Object.assign({ kind, deadlineId }, fields.command()));
      done(`${word}申请已提交，等待本单位负责人审签。`);
    } catch (refused) {
      const spoken = fields.spokenOf(refused.message);
      spoken ? fields.blame(spoken, refused.message) : foot.replaceChildren(el('p', { class: 'df-fault' }, refused.message));
      send.disabled = false;
    }
  });
  box.append(foot, el('div', {}, send, ' ', button('取消', 'btn-link btn-sm', () => done(null))));
  // Enter in a field must not submit the task's own form around it.
  box.addEventListener('keydown', (event) => event.key === 'Enter' && event.target.tagName === 'INPUT' && event.preventDefault());
  return box;
}

/** A button for each offer, and once in words why those that are closed are closed. */
function offers(list, context, place, refresh) {
  const reasons = new Map();
  const buttons = list.map(([kind, offer, deadlineId]) => {
    if (offer.open) {
      return button('申请' + WORDS[kind], 'btn-default btn-sm', () => place.replaceChildren(panel(kind, offer, deadlineId, context, refresh)));
    }
    reasons.set(offer.closed, (reasons.get(offer.closed) || []).concat(WORDS[kind]));
    const closed = button('申请' + WORDS[kind], 'btn-default btn-sm', () => undefined);
    closed.disabled = true;
    closed.title = offer.closed;
    return closed;
  });
  return [el('div', { class: 'df-offers' }, buttons),
    Array.from(reasons, ([why, kinds]) => el('p', { class: 'df-closed' }, el('strong', {}, kinds.join('、') + '：'), why))];
}

function limit(one, name, list, context, refresh) {
  const place = el('div');
  const moved = one.originalDueOn !== one.currentDueOn;
  return el('div', { class: 'df-limit' },
    el('details', {},
      el('summary', {}, el('strong', {}, name), ' ', moved && [el('s', {}, one.originalDueOn), ' → '], one.due, ' ',
        one.missed && el('span', { class: 'label label-danger' }, '已超期'),
        one.suspendedUntil && el('span', { class: 'label label-warning' }, `挂账至 ${one.suspendedUntil}`), ' ',
        el('small', {}, '怎么算的')),
      el('ul', {}, one.explanation.map((words) => el('li', {}, words)))),
    list.length > 0 && offers(list, context, place, refresh), place);
}

function running(all, context, refresh) {
  return all.requests.filter((one) => one.state === 'ASKED' || one.state === 'SIGNED').map((one) => el('p', { class: 'df-running' },
    el('span', { class: 'label label-info' }, one.stateLabel), ` ${one.kindLabel}申请（${one.about}）：${wanted(one)}。`,
    one.mayWithdraw && button('撤回', 'btn-link btn-xs', async () => {
      try {
        await call('POST', `${address(context.task)}/${one.id}/withdrawal`);
        refresh('申请已撤回。');
      } catch (refused) {
        refresh(refused.message);
      }
    })));
}

function wanted(one) {
  if (one.kind === 'REASSIGNMENT') {
    return `建议改由${one.wantedLeadUnit}牵头` + (one.wantedUnits.length ? `，责任单位 ${one.wantedUnits.join('、')}` : '');
  }
  return (one.kind === 'EXTENSION' ? '希望延到 ' : '希望挂账至 ') + day(one.wantedOn);
}

/** The deadlines of the task in hand and of its case, below the case's facts. */
export function limits(context) {
  const { task } = context;
  const box = el('section', { class: 'df-limits', 'aria-label': '期限' });
  const show = (message) => call('GET', address(task)).then((all) => {
    const unit = task.unit && !task.request;
    const refresh = (said) => show(said);
    const own = all.limits.filter((one) => one.kind === 'task' && one.rule === task.element && (!one.unit || !task.unit || one.unit === task.unit));
    // A problem's limit may also be stopped or given to other units; a letter's may only be extended.
    const subject = all.limits.filter((one) => one.kind === 'subject');
    const answer = all.limits.filter((one) => one.kind === 'answer');
    box.replaceChildren(
      message ? el('div', { class: 'alert alert-info', role: 'status' }, message) : '',
      ...own.map((one) => limit(one, one.followsLimit ? `本任务期限（即${answer.length ? '办理期限' : '整改时限'}）` : '本任务期限',
        unit && !one.followsLimit ? [['EXTENSION', one.extension, one.id]] : [], context, refresh)),
      ...subject.map((one) => limit(one, '整改时限',
        unit ? [['EXTENSION', one.extension, one.id], ['SUSPENSION', one.suspension, one.id], ['REASSIGNMENT', all.reassignment]] : [], context, refresh)),
      ...answer.map((one) => limit(one, '办理期限', unit ? [['EXTENSION', one.extension, one.id]] : [], context, refresh)),
      ...(unit && !subject.length && !answer.length ? [el('div', { class: 'df-limit' }, offersAlone(all, context, refresh))] : []),
      ...running(all, context, refresh));
  }).catch((refused) => box.replaceChildren(el('p', { class: 'text-muted' }, '期限没有读取成功：' + refused.message)));
  show();
  return box;
}

function offersAlone(all, context, refresh) {
  const place = el('div');
  return [offers([['REASSIGNMENT', all.reassignment]], context, place, refresh), place];
}

/** What the approval in hand is about: the panel `request`. */
export function request(task) {
  const box = el('section', { class: 'df-panel' }, el('h5', {}, '申请内容'));
  call('GET', address(task)).then((all) => {
    const one = all.requests.find((other) => other.id === task.request);
    const now = one && all.limits.find((other) => other.id === one.deadlineId);
    one && box.append(el('dl', {},
      line('申请事项', `${one.kindLabel}（${one.about}），${one.cap}`),
      line('申请单位', `${one.unitName} ${one.asked.name} ${moment(one.asked.at)}`),
      line('现到期日', now && (now.originalDueOn === now.currentDueOn ? now.due : `${now.due}（原 ${now.originalDueOn}）`)),
      line('申请', wanted(one)),
      line('理由', one.reason), line('目前进展', one.progress),
      line('负责人审签', one.signed && `${one.signed.name} ${moment(one.signed.at)}`),
      line('依据', one.clause)));
  }).catch((refused) => box.append(el('p', { class: 'df-bad' }, refused.message)));
  return box;
}
