// What every task form shares. A form is plain HTML with fields (see fields.js) and calls open(camForm) once. The kit
// loads the task, shows the case, keeps a draft, checks, and files one command as JSON in the variable `form`.
// A running case keeps the forms it was started with while the kit is always today's: what old forms use must stay.

import { button, el } from './dom.js';
import { call } from './server.js';
import { Draft } from './draft.js';
import { facts, sentBack } from './facts.js';
import { Fields } from './fields.js';
import { fill } from './panels.js';
import { EvidenceBox } from './evidence.js';
import { refusal, Quiet } from './refusal.js';
import { listed } from './measures.js';
import { lastReport } from './criteria.js';
import { limits } from './limits.js';
import './units.js';
import './objections.js';

export { lastReport, listed };

const STYLE = 'duban-forms-style';

function style() {
  if (!document.getElementById(STYLE)) {
    document.head.append(el('link', { id: STYLE, rel: 'stylesheet', href: new URL('kit.css', import.meta.url).href }));
  }
  // A file dropped beside the target must not replace Tasklist by the picture.
  ['dragover', 'drop'].forEach((type) => {
    window.removeEventListener(type, swallow);
    window.addEventListener(type, swallow);
  });
}

function swallow(event) {
  if (Array.from((event.dataTransfer || {}).types || []).includes('Files')) {
    event.preventDefault();
  }
}

/** The task of a problem with its case, its evidence, and why it came back. */
async function loadProblem(taskId) {
  const task = await call('GET', '/api/tasks/' + encodeURIComponent(taskId));
  const evidence = call('GET', '/api/evidence?caseNo=' + encodeURIComponent(task.caseNo)).catch(() => []);
  return { task, evidence, top: facts(task), back: sentBack(task), names: task.case.names };
}

/**
 * Opens a form. `prefill(task)` answers values to start with when there is no draft; `arrange(task, form)` adapts the
 * form to the case before its fields are read. A form that is not about one problem brings `load(taskId)`, which answers
 * `{ task, top, names }`: what its fields read, what stands above them, and people's names by account.
 */
export async function open(camForm, { prefill, arrange, load = loadProblem } = {}) {
  style();
  const form = camForm.formElement[0];
  form.classList.add('df-form');
  const body = form.querySelector('fieldset');
  const top = el('div', { class: 'df-top' }, el('p', { class: 'df-loading' }, '正在读取案件……'));
  form.prepend(top);
  body.hidden = true;
  const session = new Session(camForm, form, body, top, load);
  camForm.on('submit', () => session.submit());
  camForm.on('submit-failed', (source, [error]) => session.failed(error));
  camForm.on('submit-success', () => session.forget());
  try {
    await session.load(prefill, arrange);
  } catch (refused) {
    top.replaceChildren(el('div', { class: 'alert alert-danger' }, refused.message + ' ',
      button('重新读取', 'btn-default btn-sm', () => session.load(prefill, arrange).catch(() => undefined))));
  }
}

class Session {
  constructor(camForm, form, body, top, loader) {
    Object.assign(this, { camForm, form, body, top, loader });
    const person = (camForm.options.urlParams || {}).userId || '';
    this.draft = new Draft(person, camForm.taskId);
    this.quiet = new Quiet(camForm);
    this.foot = el('div', { class: 'df-foot', 'aria-live': 'polite' });
    Draft.sweep();
  }

  async load(prefill, arrange) {
    const { task, evidence = Promise.resolve([]), top, back, names } = await this.loader(this.camForm.taskId);
    Object.assign(this, { task, names: names || {} });
    this.context = { task, evidence, uploads: [] };
    this.claim = el('div', { class: 'alert alert-info df-claim', hidden: true });
    this.top.replaceChildren(this.claim, top, task.case ? limits(this.context) : '');
    (this.form.querySelector('[data-sent-back]') || this.top).append(back || '');
    fill(this.form, this.context);
    this.form.querySelectorAll('[data-evidence]').forEach((place) => {
      place.append(new EvidenceBox(this.context, place.dataset.evidence || null).box);
    });
    arrange && arrange(this.task, this.form);
    this.fields = new Fields(this.body, this.context);
    this.body.append(this.foot);
    this.restore(prefill);
    this.body.hidden = false;
    this.watchClaim();
    ['input', 'change'].forEach((type) => this.form.addEventListener(type, () => this.keep()));
  }

  restore(prefill) {
    const kept = this.draft.read();
    const start = (prefill && prefill(this.task)) || {};
    this.fields.write(start);
    if (kept) {
      this.fields.write(kept.values);
      const note = el('div', { class: 'alert alert-info df-draft' }, `已恢复您在 ${new Date(kept.at).toLocaleString('zh-CN')} 填写的草稿。`,
        button('不要草稿，重新填写', 'btn-link btn-sm', () => {
          this.draft.remove();
          this.fields.write(Object.assign(Object.fromEntries(this.fields.all.map((field) => [field.name, field.blank || ''])), start));
          note.remove();
        }));
      this.body.prepend(note);
    }
  }

  keep() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.foot.replaceChildren(el('p', { class: 'text-muted' },
        this.draft.write(this.fields.values()) ? '草稿已保存在本机，提交后自动清除。' : '草稿无法保存在本机，请尽快提交。'));
    }, 400);
  }

  forget() {
    clearTimeout(this.timer);
    this.draft.remove();
  }

  /** Tasklist locks a form until the task is claimed; say so and offer to claim. */
  watchClaim() {
    const scope = this.camForm.formElement.scope();
    const follow = (locked) => {
      this.body.disabled = !!locked;
      this.claim.hidden = !locked;
      const assignee = this.task.assignee;
      const mine = document.querySelector('.task-card [ng-click="claim()"]');
      this.claim.replaceChildren(mine ? '请先认领这项任务，再填写和提交。' : `这项任务已由 ${this.names[assignee] || assignee || '他人'} 认领，您可以查看，不能提交。`,
        mine ? button('认领并填写', 'btn-primary btn-sm', () => mine.click()) : '');
    };
    if (scope && scope.options) {
      scope.$watch('options.disableForm', (locked) => setTimeout(() => follow(locked), 0));
      scope.$applyAsync();
    }
  }

  submit() {
    const uploading = this.context ? this.context.uploads.reduce((sum, box) => sum + box.uploading(), 0) : 0;
    const faults = this.fields ? this.fields.check() : [{ sentence: '案件还没有读取完，请稍候再提交。' }];
    const incomplete = this.context ? this.context.uploads.filter((box) => !box.box.closest('[data-field]') && box.check()) : [];
    if (uploading) {
      faults.unshift({ sentence: `还有 ${uploading} 个文件正在上传，请等上传完成再提交。` });
    }
    if (incomplete.length) {
      faults.push({ sentence: '照片缺少拍摄日期或地点，请补充。' });
    }
    if (faults.length) {
      this.camForm.submitPrevented = true;
      this.explain(faults);
      return;
    }
    clearTimeout(this.timer);
    this.draft.write(this.fields.values());
    this.file(this.fields.command());
  }

  /**
   * Files the command as transient bytes: a String would be copied into the history of form properties, which holds at
   * most 4,000 characters, and anything not transient into three tables.
   */
  file(command) {
    const bytes = new TextEncoder().encode(JSON.stringify(command));
    let binary = '';
    bytes.forEach((one) => {
      binary += String.fromCharCode(one);
    });
    const variables = this.camForm.variableManager;
    if (variables.variable('form')) {
      variables.destroyVariable('form');
    }
    variables.createVariable({ name: 'form', type: 'Bytes', value: btoa(binary), valueInfo: { transient: true } });
  }

  failed(error) {
    const sentence = refusal(error);
    if (!sentence) {
      return;
    }
    this.quiet.hush();
    const field = this.fields.spokenOf(sentence);
    const fault = field ? this.fields.blame(field, sentence) : { sentence };
    this.explain([fault], '没有提交成功：');
  }

  explain(faults, heading) {
    this.foot.replaceChildren(el('div', { class: 'alert alert-danger', role: 'alert' },
      el('strong', {}, heading || '还不能提交，请补充：'),
      el('ul', {}, faults.map((fault) => el('li', {}, fault.sentence)))));
    const first = faults.find((fault) => fault.field);
    (first ? first.field.box : this.foot).scrollIntoView({ block: 'center' });
  }
}
