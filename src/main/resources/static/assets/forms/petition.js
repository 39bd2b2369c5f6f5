// The forms of a letter (信访件). Who wrote it is not in what the server sends here, so that no form can show it.

import { day, el, line, moment } from './dom.js';
import { call } from './server.js';
import { addPanel, panel } from './panels.js';
import { unitName } from './facts.js';
import { gallery } from './evidence.js';
import './shares.js';
import './sanctions.js';

/** The task of a letter with its letter, its evidence, and why it came back. */
export async function load(taskId) {
  const task = await call('GET', '/api/petitions/tasks/' + encodeURIComponent(taskId));
  const evidence = call('GET', '/api/evidence?caseNo=' + encodeURIComponent(task.caseNo)).catch(() => []);
  return { task, evidence, top: letter(task), back: sentBack(task), names: task.case.names };
}

function remaining(file) {
  if (file.daysLeft === undefined || file.daysLeft === null) {
    return '';
  }
  if (file.daysLeft < 0) {
    return el('span', { class: 'label label-danger' }, `已超期 ${-file.daysLeft} 天`);
  }
  return el('span', { class: 'label ' + (file.daysLeft <= 2 ? 'label-warning' : 'label-default') },
    file.daysLeft === 0 ? '今天到期' : `剩余 ${file.daysLeft} 天`);
}

function share(one) {
  return one.name + (one.share === 1 ? '' : `（份额 ${one.share}）`) + (one.signedAt ? '' : '，未签收');
}

function letter(task) {
  const file = task.case;
  const long = file.body.length > 160;
  return el('section', { class: 'df-facts', 'aria-label': '来件内容' },
    el('header', {},
      el('a', { href: '/desk/cases/' + encodeURIComponent(file.no), target: '_blank', rel: 'noopener', title: '在新页面查看案件全部内容' }, file.no),
      el('span', { class: 'label label-info' }, file.stateLabel),
      file.key && el('span', { class: 'label label-danger' }, '重点件'),
      file.attempt > 1 && el('span', { class: 'label label-warning' }, `第 ${file.attempt} 次办理`)),
    el('h4', {}, file.title),
    el('dl', {},
      line('来件编号', file.upstreamNo),
      line('来件渠道', [file.inspection, file.channelLabel].filter(Boolean).join(' · ')),
      line('批次', file.batchName),
      line('来件日期', day(file.receivedOn)),
      line('办理期限', file.dueOn && [day(file.dueOn) + ' ', remaining(file)]),
      line('本任务期限', task.dueAt && moment(task.dueAt)),
      line('属地', file.districtName),
      line('地点', file.place),
      line('被反映单位', file.firm),
      line('污染类型', (file.pollutionTypes || []).join('、')),
      line('承办单位', (file.shares || []).map(share).join('；')),
      line('信访人', file.petitionerLabel)),
    long
      ? el('details', { open: OPEN_BODY.includes(task.element) }, el('summary', {}, '来件内容'), el('p', { class: 'df-text' }, file.body))
      : el('p', { class: 'df-text' }, file.body),
    file.referenceText && el('p', { class: 'df-said' }, '来件说明：' + file.referenceText));
}

const OPEN_BODY = ['UserTask_DispatchPetition', 'UserTask_SignForPetition', 'UserTask_Investigate'];

function sentBack(task) {
  const back = task.sentBack;
  return back && el('div', { class: 'alert alert-warning df-back' },
    el('strong', {}, task.element === 'UserTask_SignForPetition' ? '裁定意见' : back.what || '退回理由'),
    el('span', { class: 'df-who' }, [back.by, back.at && moment(back.at)].filter(Boolean).join(' ')),
    back.reason && el('p', { class: 'df-text' }, back.reason));
}

// What fields start with.

/** The units and shares the rules propose, as the coordinator may confirm them. */
export function proposed({ case: file, proposal }) {
  const shares = (file.shares || []).length ? file.shares.map(({ unit, share: part }) => ({ unit, share: part })) : (proposal || {}).shares;
  return { decision: (shares || []).length ? 'dispatch' : undefined, shares, keyMark: file.key };
}

/** Takes the return away where the cap is used up. */
export function returnable({ case: file }, form) {
  if (!file.mayBeReturned) {
    form.querySelector('input[value=return]').closest('label').remove();
    form.querySelector('#returns-used-up').hidden = false;
  }
}

/** The unit that the one which returned it suggested. */
export function suggested(task) {
  const last = (task.case.returns || []).filter((one) => !one.decision && one.unit === task.unit).slice(-1)[0];
  return { unit: last && last.suggestedUnit };
}

/** What this unit said last, so that only what was wrong is typed anew; or what the main letter of the matter was answered. */
export function lastFindings(task) {
  const last = (task.case.reports || []).filter((one) => one.unit === task.unit).slice(-1)[0];
  const { verdict, outcome, findings, handling, goal, accountability } = task.carried || {};
  return last ? last.content : { verdict, outcome, findings, handling, goal, accountability };
}

/** The answer as the system has put it together. */
export function combined({ case: file }) {
  return file.answer || {};
}

/** The day the unit has promised. */
export function promised(task) {
  const last = reported(task).slice(-1)[0];
  return { plannedOn: last && last.onDay };
}

function reported(task) {
  return (task.case.checks || []).filter((check) => check.stage === 'FOLLOW_UP' && check.result === 'REPORTED');
}

// What earlier steps left, to read beside the fields.

function returns(task) {
  const all = (task.case.returns || []).filter((one) => !task.unit || one.unit === task.unit || one.newUnit === task.unit);
  return all.length && panel('退单情况', all.map((one) => el('dl', {},
    line('退单单位', unitName(task.case, one.unit) + ' · ' + moment(one.returnedAt)),
    line('退单理由', `${one.reasonLabel}：${one.reason}`),
    line('建议单位', one.suggestedUnit && unitName(task.case, one.suggestedUnit)),
    line('裁定', one.decision && [one.decisionLabel, one.newUnit && unitName(task.case, one.newUnit), one.answer].filter(Boolean).join(' · ')))));
}

function units(task) {
  const all = task.case.shares || [];
  return all.length > 1 && panel('各承办单位', el('ul', {}, all.map((one) =>
    el('li', {}, `${one.name}：份额 ${one.share}，${one.answeredAt ? '已报出' : one.signedAt ? '已签收' : '未签收'}`))));
}

function repeats(task) {
  const all = task.repeats || [];
  return all.length && panel('疑似重复来件', el('ul', {}, all.map((one) => el('li', {},
    el('a', { href: '/desk/cases/' + encodeURIComponent(one.no), target: '_blank', rel: 'noopener' }, one.no), ' ', one.title,
    el('small', {}, '（' + one.reasons.join('；') + '）')))),
    el('p', {}, '认定重复的，请到', el('a', { href: '/desk/repeats', target: '_blank', rel: 'noopener' }, '重复件核对'), '并入主件，本任务随之结束。'));
}

function proposal(task) {
  const one = task.proposal;
  return one && (one.shares || []).length > 0 && panel('系统建议', el('p', {},
    one.shares.map((part) => unitName(task.case, part.unit)).join('、') + '。', one.reason));
}

function sums(sanctions) {
  const said = [['ordered', '责令整改', '家'], ['filed', '立案处罚', '家'], ['fine', '罚款', '元'], ['shut', '关停取缔', '家'],
    ['detained', '拘留', '人'], ['interviewed', '约谈', '人'], ['accountable', '问责', '人']];
  return said.filter(([code]) => sanctions && sanctions[code] !== undefined && sanctions[code] !== null)
    .map(([code, label, unit]) => `${label} ${sanctions[code]} ${unit}`).join('，');
}

function content(one) {
  return el('dl', {},
    line('是否属实', one.verdictLabel), line('是否办结', one.outcomeLabel),
    line('调查核实情况', one.findings), line('处理和整改情况', one.handling),
    line('办结目标', one.goal), line('计划办结', day(one.plannedOn)),
    line('处罚和处理', sums(one.sanctions)), line('责任人处理', one.accountability));
}

function findings(task, context) {
  const signing = task.element === 'UserTask_SignFindings';
  const all = (task.case.reports || []).filter((one) => one.attempt === task.case.attempt)
    .filter((one) => signing ? one.unit === task.unit && !one.decision : one.decision === 'SIGNED');
  return all.length && panel('各单位报送情况', all.map((one) => {
    const pictures = el('div');
    context.evidence.then((pieces) => pictures.append(gallery(pieces.filter((piece) => piece.filed && piece.unit === one.unit), task.case)));
    return el('details', { class: 'df-report', open: true },
      el('summary', {}, el('strong', {}, unitName(task.case, one.unit)), ` ${moment(one.reportedAt)} ${unitName(task.case, one.reportedBy)}`),
      content(one.content), pictures);
  }));
}

function answer(task) {
  const one = task.case.answer;
  return one && one.verdict && panel('答复内容', content(one));
}

function answers(task) {
  const others = (task.case.reports || []).filter((one) => one.unit !== task.unit && one.decision === 'SIGNED' && one.attempt === task.case.attempt);
  return others.length && panel('其他承办单位已报出', others.map((one) => el('details', { class: 'df-report' },
    el('summary', {}, el('strong', {}, unitName(task.case, one.unit))), content(one.content))));
}

/** Where the answer comes from, and that it is to speak to this letter. */
function carried(task) {
  const one = task.carried;
  const reviewing = task.element === 'UserTask_ReviewAnswer';
  return one && panel('并案件', el('p', {}, '本件与 ', el('a', { href: '/desk/cases/' + encodeURIComponent(one.from), target: '_blank', rel: 'noopener' }, one.from),
    one.edited ? ' 并案办理，答复稿已按本件改写。' : ' 并案办理，答复稿取自该件。请核对是否答复了本件反映的每一点。',
    reviewing && ['需要改写的，请到', el('a', { href: `/desk/repeats/clusters/${one.cluster}#${task.case.no}`, target: '_blank', rel: 'noopener' }, '并案页面'), '修改本件的答复稿。']));
}

function checks(task) {
  const all = task.case.checks || [];
  return all.length && panel('审核、跟踪和回访', all.map((check) => el('dl', {},
    line(check.stageLabel, [check.resultLabel, moment(check.checkedAt), unitName(task.case, check.checkedBy)].filter(Boolean).join(' · ')),
    line('意见', check.opinion), line('日期', day(check.onDay)))));
}

function progress(task, context) {
  const last = reported(task).slice(-1)[0];
  if (!last) {
    return null;
  }
  const pictures = el('div');
  context.evidence.then((pieces) => pictures.append(gallery(pieces.filter((piece) => piece.filed), task.case)));
  return panel('单位报告的进展', el('dl', {}, line('报告人', `${unitName(task.case, last.checkedBy)} ${moment(last.checkedAt)}`),
    line('进展', last.opinion), line('计划办结', day(last.onDay))), pictures);
}

/** Seeing who wrote is asked for, with a purpose, on the letter's own page. */
function identity(task) {
  return panel('信访人', el('p', {}, task.case.petitionerLabel, '。需要联系信访人的，请在',
    el('a', { href: '/desk/cases/' + encodeURIComponent(task.case.no), target: '_blank', rel: 'noopener' }, '案件页'), '写明用途后查看，查看会留下记录。'));
}

Object.entries({ returns, units, repeats, proposal, findings, answer, answers, carried, checks, progress, identity })
  .forEach(([name, show]) => addPanel('petition-' + name, show));
