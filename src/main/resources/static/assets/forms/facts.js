// The case's facts above every form, and what was sent back and why.

import { day, el, line, moment } from './dom.js';

export const CRITERIA = [
  ['MEASURES_DONE', '整改措施全部完成'],
  ['VIOLATIONS_PUNISHED', '违法行为依法查处'],
  ['EFFECT_MEETS_STANDARD', '整改效果达到标准'],
  ['SAME_FAULT_SEARCHED', '举一反三排查到位'],
  ['ROOT_CAUSE_MECHANISM', '根源解决并建立长效机制']
];

export function unitName(file, code) {
  return (code && (file.names || {})[code]) || code || '';
}

const personName = unitName;

function remaining(file) {
  if (file.daysLeft === undefined || file.daysLeft === null) {
    return null;
  }
  if (file.overdue || file.daysLeft < 0) {
    return el('span', { class: 'label label-danger' }, `已超期 ${Math.abs(file.daysLeft)} 天`);
  }
  const soon = file.daysLeft <= 7;
  const text = file.daysLeft === 0 ? '今天到期' : `剩余 ${file.daysLeft} 天`;
  return el('span', { class: 'label ' + (soon ? 'label-warning' : 'label-default') }, text);
}

function limit(file) {
  if (!file.deadline) {
    return null;
  }
  const words = file.deadline.words || file.deadline.text || file.deadline.kindLabel;
  const said = [day(file.dueOn), file.dueOn].some((date) => String(words).includes(date));
  const exact = file.dueOn && !said ? `(${day(file.dueOn)})` : '';
  return [words + exact + ' ', remaining(file)];
}

function source(file) {
  return [file.source, file.listName, file.listSerial && `第 ${file.listSerial} 项`].filter(Boolean).join(' · ');
}

export function facts(task) {
  const file = task.case;
  const long = (file.description || '').length > 120;
  return el(
    'section',
    { class: 'df-facts', 'aria-label': '案件要素' },
    el(
      'header',
      {},
      el('a', { href: '/desk/cases/' + encodeURIComponent(file.no), target: '_blank', rel: 'noopener', title: '在新页面查看案件全部内容' }, file.no),
      el('span', { class: 'label label-info' }, file.stateLabel),
      file.rectification > 1 && el('span', { class: 'label label-danger' }, `第 ${file.rectification} 次整改`)
    ),
    el('h4', {}, file.title),
    el(
      'dl',
      {},
      line('来源', source(file)),
      line('整改时限', limit(file)),
      line('牵头单位', file.leadUnit && file.leadUnit.name),
      line('责任单位', (file.responsibleUnits || []).map((unit) => unit.name).join('、')),
      line('督导单位', file.supervisingUnit && file.supervisingUnit.name),
      line('点位', file.site),
      line('污染类型', (file.pollutionTypes || []).join('、')),
      line('风险等级', file.riskLabel),
      line('本任务期限', task.dueAt && moment(task.dueAt)),
      line('整改目标', file.goal)
    ),
    file.description &&
      (long
        ? el('details', {}, el('summary', {}, '问题描述'), el('p', { class: 'df-text' }, file.description))
        : el('p', { class: 'df-text' }, file.description))
  );
}

/** Why the task is back, in full; nothing when it is not. */
export function sentBack(task) {
  const back = task.sentBack;
  if (!back) {
    return null;
  }
  const who = personName(task.case, back.by);
  return el(
    'div',
    { class: 'alert alert-warning df-back' },
    el('strong', {}, task.element === 'UserTask_SignFor' ? '裁定意见' : '退回理由'),
    el('span', { class: 'df-who' }, [who, back.at && moment(back.at)].filter(Boolean).join(' ')),
    back.reason && el('p', { class: 'df-text' }, back.reason),
    failed(back).length > 0 && el('ul', {}, failed(back).map(([code, label]) => el('li', {}, label + ':' + reasonFor(back, code))))
  );
}

/** The reason given for one criterion last time; empty when it was met. */
export function reasonFor(back, code) {
  const found = back && back.criteria && back.criteria[code];
  if (!found) {
    return '';
  }
  return typeof found === 'string' ? found : found.met === false ? found.reason || '未达到' : '';
}

function failed(back) {
  return CRITERIA.filter(([code]) => reasonFor(back, code));
}
