// Forms of red and yellow cards: what the card is about and what led to it, above the fields; the unit's objection.

import { button, day, el, line, moment } from './dom.js';
import { call } from './server.js';
import { gallery } from './evidence.js';

/** The card's task for the kit. */
export async function load(taskId) {
  const task = await call('GET', '/api/cards/tasks/' + encodeURIComponent(taskId));
  const evidence = call('GET', '/api/evidence?caseNo=' + encodeURIComponent(task.caseNo)).catch(() => []);
  return { task, evidence, top: head(task, evidence), back: back(task), names: { [task.assignee]: task.assigneeName } };
}

function colour(word) {
  return el('span', { class: 'label ' + (word === '红牌' ? 'label-danger' : 'label-warning') }, word);
}

function head(task, evidence) {
  const { card, demand, proposals } = task.file;
  const turning = card.wantedColour === 'RED' && card.colour === 'YELLOW';
  const issued = task.file.issues[task.file.issues.length - 1];
  return el('div', {},
    el('section', { class: 'df-facts', 'aria-label': '警示' },
      el('header', {},
        el('span', {}, card.no), colour(card.colourLabel), turning && el('span', { class: 'label label-danger' }, '建议转红牌'),
        el('span', { class: 'label label-info' }, card.stateLabel)),
      el('h4', {}, card.title),
      el('dl', {},
        line('被警示单位', card.unitName),
        line('案件', el('a', { href: '/desk/cases/' + encodeURIComponent(card.subject), target: '_blank', rel: 'noopener' }, card.subject)),
        line('情形', card.causeLabel),
        line('依据', card.clause || (issued && issued.clause)),
        line('整改要求', demand),
        line('书面反馈期限', card.replyDueOn && day(card.replyDueOn)),
        line('本任务期限', task.dueAt && moment(task.dueAt)),
        line('通知书', task.file.issues.map(paper)))),
    panel('发牌的事实', proposals.map((one) => el('dl', {},
      line(moment(one.at), one.text),
      line('提出', [one.proposer, one.proposerName !== one.proposer && one.proposerName].filter(Boolean).join(' · ')),
      line('符合的规则', `${one.colour}：${one.clause}`)))),
    task.file.decisions.length > 0 && panel('已作的决定', el('dl', {}, task.file.decisions.map(decision))),
    task.file.objections.length > 0 && panel('异议', task.file.objections.map(objected)),
    task.file.replies.length > 0 && panel('单位的答复', task.file.replies.map((one) => answer(one, evidence))),
    task.file.liftings.length > 0 && panel('摘牌申请', task.file.liftings.map((one) => answer(one, evidence))),
    task.consequence && panel('要落实的后果', el('dl', {},
      line('后果', task.consequence.kindLabel), line('依据', task.consequence.clause), line('最迟', day(task.consequence.dueOn)))));
}

function panel(title, ...content) {
  return el('section', { class: 'df-panel' }, el('h5', {}, title), content);
}

function paper(one) {
  return el('div', {}, el('a', { href: '/desk/papers/' + one.paper, target: '_blank', rel: 'noopener' }, one.number),
    ` ${one.colour}，${day(one.issuedOn)} 签发`);
}

function decision(one) {
  return line(`${one.kind} · ${one.outcome}`,
    [`${one.said.name} ${moment(one.said.at)}`, one.said.text].filter(Boolean).join('：'));
}

function objected(one) {
  const outcome = one.upheld === undefined ? '待裁定' : `${one.upheld ? '成立' : '不成立'}：${one.decided.text}`;
  return el('dl', {}, line(`${one.said.name} ${moment(one.said.at)}`, one.said.text), line('裁定', outcome));
}

function answer(one, evidence) {
  const pictures = el('div');
  evidence.then((all) => pictures.append(gallery(all.filter((piece) => piece.filed && piece.taskId === one.taskId), {})));
  return el('div', {},
    el('dl', {}, line(`${one.said.name} ${moment(one.said.at)}`, one.said.text),
      line('完成日期', one.completedOn && day(one.completedOn)),
      line('现场核查', [one.visitedOn && day(one.visitedOn), one.visitors].filter(Boolean).join(' · '))),
    pictures);
}

function back(task) {
  const one = task.sentBack;
  return one && el('div', { class: 'alert alert-warning df-back' },
    el('strong', {}, `${one.kind}：${one.outcome}`),
    el('span', { class: 'df-who' }, `${one.said.name} ${moment(one.said.at)}`),
    one.said.text && el('p', { class: 'df-text' }, one.said.text));
}

/** What the rule says, for the coordinator to keep or change. */
export function proposed(task) {
  const { card, demand, replyDays } = task.file;
  return { colour: card.wantedColour, clause: card.clause, replyDays, demand };
}

/** Shows only the parts of the form that belong to the consequence in hand. */
export function consequence(task, form) {
  form.querySelectorAll('[data-consequence]').forEach((part) => {
    if (!part.dataset.consequence.split(' ').includes(task.consequence.kind)) {
      part.remove();
    }
  });
}

/** Lets the unit object without leaving the form; the clock runs on. */
export function objection(task, form) {
  const place = form.querySelector('[data-objection]');
  if (task.file.objections.some((one) => one.upheld === undefined)) {
    place.append(el('p', { class: 'alert alert-info' }, '本单位的异议正在裁定，答复期限照常计算。'));
    return;
  }
  const text = el('textarea', { class: 'form-control', rows: 3, maxlength: 4000, 'aria-label': '异议的理由' });
  const said = el('p', { role: 'alert' });
  const send = button('提出异议', 'btn-default btn-sm', async () => {
    send.disabled = true;
    try {
      await call('POST', `/api/cards/${encodeURIComponent(task.caseNo)}/objections`, { text: text.value });
      place.replaceChildren(el('p', { class: 'alert alert-success' }, '异议已提出，由领导裁定。裁定以前，答复期限照常计算。'));
    } catch (refused) {
      said.textContent = refused.message;
      said.className = 'df-bad';
      send.disabled = false;
    }
  });
  place.append(el('details', {}, el('summary', {}, '对警示有异议的，在答复以前提出'),
    el('label', {}, '异议的理由'), text, send, said));
}
