// Handing in files under one criterion: by drag and drop or by choosing, several at once, each with its progress.

import { button, day, el, size } from './dom.js';
import { call, upload } from './server.js';

const LIMIT = 50 * 1024 * 1024;
const AT_ONCE = 2;
const KINDS = '.jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,image/*,application/pdf';

let running = 0;
const waiting = [];

function next() {
  while (running < AT_ONCE && waiting.length) {
    running += 1;
    const end = () => {
      running -= 1;
      next();
    };
    waiting.shift()().then(end, end);
  }
}

function thumbnail(piece) {
  return el('a', { class: 'df-thumb', href: piece.content, target: '_blank', rel: 'noopener', title: piece.name },
    piece.shown ? el('img', { src: piece.content, alt: piece.name, loading: 'lazy' })
      : el('span', {}, piece.mediaType === 'application/pdf' ? 'PDF' : '照片'));
}

function elsewhere(piece) {
  const seen = piece.sameFileIn || [];
  const hidden = (piece.sameFileElsewhere || 0) - seen.length;
  if (!piece.sameFileElsewhere) {
    return null;
  }
  return el('p', { class: 'df-warn', role: 'alert' }, '⚠ 同一文件已用于 ',
    seen.map((no, at) => [at ? '、' : '', el('a', { href: '/desk/cases/' + no, target: '_blank', rel: 'noopener' }, no)]),
    seen.length && hidden ? ',以及' : '', hidden ? `其他单位的 ${hidden} 个案件` : '', ',请核对是不是本案的材料。');
}

/** Evidence to look at. */
export function gallery(pieces, file) {
  return el('div', { class: 'df-gallery' }, pieces.map((piece) => el('figure', {}, thumbnail(piece),
    el('figcaption', {}, [piece.takenOn && day(piece.takenOn), piece.place].filter(Boolean).join(' ') || piece.name,
      elsewhere(piece)))));
}

export class EvidenceBox {
  constructor(context, criterion) {
    this.task = context.task;
    this.criterion = criterion;
    this.pieces = [];
    this.items = el('ul', { class: 'df-items' });
    this.earlier = el('div');
    this.all = el('div', { hidden: true });
    const input = el('input', { type: 'file', multiple: true, accept: KINDS, onchange: () => { this.take(input.files); input.value = ''; } });
    this.zone = el('label', { class: 'df-drop' }, input,
      el('span', {}, '把照片或 PDF 拖到这里，或', el('u', {}, '点此选择文件')), el('small', {}, '可多选，单个不超过 50 MB'));
    ['dragover', 'dragleave', 'drop'].forEach((type) => this.zone.addEventListener(type, (event) => this.drag(event)));
    this.box = el('div', { class: 'df-evidence' }, this.zone, this.items, this.all, this.earlier);
    context.uploads.push(this);
    context.evidence.then((known) => this.show(known));
  }

  drag(event) {
    event.preventDefault();
    this.zone.classList.toggle('over', event.type === 'dragover');
    if (event.type === 'drop' && !this.zone.closest('fieldset[disabled]')) {
      this.take(event.dataTransfer.files);
    }
  }

  show(known) {
    const here = known.filter((piece) => piece.criterion === this.criterion || (!piece.criterion && !this.criterion));
    here.filter((piece) => piece.taskId === this.task.taskId).forEach((piece) => this.item().done(piece));
    const before = here.filter((piece) => piece.filed && piece.taskId !== this.task.taskId && piece.unit === this.task.unit);
    const latest = new Map(before.map((piece) => [piece.sha256, piece]));
    this.offer(Array.from(latest.values()));
  }

  /** Earlier evidence of this unit, to be handed in again after a report was sent back. */
  offer(before) {
    const open = before.filter((piece) => !this.pieces.some((other) => other.piece && other.piece.sha256 === piece.sha256));
    this.earlier.replaceChildren();
    if (open.length) {
      this.earlier.append(el('div', { class: 'df-earlier' }, el('span', {}, `上次提交过 ${open.length} 份材料：`),
        button('全部沿用', 'btn-default btn-xs', () => this.again(open)), gallery(open)));
    }
  }

  async again(pieces) {
    for (const piece of pieces) {
      const item = this.item();
      try {
        item.done(await call('POST', `/api/evidence/${piece.id}/copies`, { taskId: this.task.taskId, criterion: this.criterion }));
      } catch (refused) {
        item.failed(piece.name, refused.message);
      }
    }
    this.offer(pieces);
  }

  take(files) {
    Array.from(files).forEach((file) => {
      const item = this.item();
      if (file.size > LIMIT) {
        item.failed(file.name, `文件有 ${size(file.size)},超过 50 MB,请压缩照片或拆分文件后重新上传。`);
      } else {
        item.start(file);
      }
    });
    this.zone.dispatchEvent(new Event('change', { bubbles: true }));
  }

  item() {
    const item = new Item(this);
    this.pieces.push(item);
    this.items.append(item.box);
    return item;
  }

  drop(item) {
    this.pieces = this.pieces.filter((other) => other !== item);
    item.box.remove();
    this.follow();
  }

  /** Offers to copy day and place of the first file to those that have none. */
  follow() {
    const done = this.pieces.filter((item) => item.piece);
    const first = done.find((item) => item.piece.takenOn && item.piece.place);
    const lacking = done.filter((item) => item.isPhoto() && (!item.piece.takenOn || !item.piece.place));
    this.all.hidden = !(first && lacking.length);
    if (!this.all.hidden) {
      this.all.replaceChildren(button(`其余 ${lacking.length} 张也用“${day(first.piece.takenOn)} ${first.piece.place}”`, 'btn-default btn-xs',
        () => lacking.forEach((item) => item.describe(item.piece.takenOn || first.piece.takenOn, item.piece.place || first.piece.place))));
    }
  }

  uploading() {
    return this.pieces.filter((item) => item.transfer || item.queued || item.saving).length;
  }

  /** A sentence when photos lack day or place, else null. */
  check() {
    const lacking = this.pieces.filter((item) => item.lacks());
    lacking.forEach((item) => item.box.append(el('p', { class: 'df-fault help-block' }, `请补充这张照片的${item.lacks()}。`)));
    return lacking.length ? '照片缺少拍摄日期或地点' : null;
  }
}

class Item {
  constructor(owner) {
    this.owner = owner;
    this.box = el('li');
  }

  start(file) {
    this.queued = true;
    const bar = el('progress', { max: 1, value: 0, 'aria-label': '上传进度' });
    const state = el('span', { class: 'df-state' }, '等待上传');
    const stop = button('取消', 'btn-link btn-xs', () => {
      this.stopped = true;
      this.queued = false;
      this.transfer ? this.transfer.cancel() : this.owner.drop(this);
    });
    this.box.replaceChildren(el('div', { class: 'df-thumb' }), el('div', { class: 'df-item' },
      el('div', { class: 'df-name' }, file.name, el('small', {}, size(file.size)), stop), bar, state));
    waiting.push(async () => {
      if (this.stopped) {
        return;
      }
      this.queued = false;
      const task = this.owner.task;
      const fields = { taskId: task.taskId, caseNo: task.caseNo };
      if (this.owner.criterion) {
        fields.criterion = this.owner.criterion;
      }
      this.transfer = upload('/api/evidence', fields, file, (part) => {
        bar.value = part;
        state.textContent = part < 1 ? `已上传 ${Math.floor(part * 100)}%` : '正在校验……';
      });
      try {
        this.done(await this.transfer.done);
      } catch (refused) {
        this.stopped ? this.owner.drop(this) : this.failed(file.name, refused.message, file);
      } finally {
        this.transfer = null;
      }
    });
    next();
  }

  failed(name, sentence, file) {
    this.box.replaceChildren(el('div', { class: 'df-item' }, el('div', { class: 'df-name' }, name,
      file && button('重试', 'btn-link btn-xs', () => this.start(file)),
      button('移除', 'btn-link btn-xs', () => this.owner.drop(this))),
    el('p', { class: 'df-bad', role: 'alert' }, sentence)));
  }

  done(piece) {
    const twin = this.owner.pieces.find((other) => other !== this && other.piece && other.piece.id === piece.id);
    if (twin) {
      this.failed(piece.name, '这个文件已经在上面了，没有重复保存。');
      return;
    }
    this.piece = piece;
    const takenOn = el('input', { type: 'date', class: 'form-control input-sm', value: piece.takenOn, 'aria-label': '拍摄日期' });
    const place = el('input', { type: 'text', class: 'form-control input-sm', value: piece.place, maxlength: 200, placeholder: '如：池店镇浯潭村排污口', 'aria-label': '拍摄地点' });
    const save = (event) => {
      event.stopPropagation();
      this.describe(takenOn.value || null, place.value || null);
    };
    this.takenOn = takenOn;
    this.place = place;
    this.saving = 0;
    takenOn.addEventListener('change', save);
    place.addEventListener('change', save);
    const photo = this.isPhoto();
    this.box.replaceChildren(thumbnail(piece), el('div', { class: 'df-item' },
      el('div', { class: 'df-name' }, piece.name, el('small', {}, size(piece.size)),
        button('移除', 'btn-link btn-xs', () => this.remove())),
      el('div', { class: 'df-taken' }, el('label', {}, photo ? '拍摄日期' : '形成日期', takenOn), el('label', {}, photo ? '拍摄地点' : '涉及地点', place)),
      elsewhere(piece), this.note = el('p', { class: 'df-bad', hidden: true })));
    this.owner.follow();
  }

  isPhoto() {
    return this.piece.mediaType.startsWith('image/');
  }

  lacks() {
    if (!this.piece || !this.isPhoto()) {
      return '';
    }
    return [!this.piece.takenOn && '拍摄日期', !this.piece.place && '拍摄地点'].filter(Boolean).join('和');
  }

  /** Keeps day and place. The inputs stay as they are: somebody may already be typing in the next one. */
  async describe(takenOn, place) {
    this.piece = { ...this.piece, takenOn, place };
    [[this.takenOn, takenOn], [this.place, place]].forEach(([input, value]) => {
      if (input !== document.activeElement) {
        input.value = value || '';
      }
    });
    this.owner.follow();
    this.saving += 1;
    try {
      await call('PATCH', '/api/evidence/' + this.piece.id, { takenOn, place });
      this.note.hidden = true;
    } catch (refused) {
      this.note.textContent = refused.message;
      this.note.hidden = false;
    } finally {
      this.saving -= 1;
    }
  }

  async remove() {
    try {
      await call('DELETE', '/api/evidence/' + this.piece.id);
      this.owner.drop(this);
    } catch (refused) {
      this.note.textContent = refused.message;
      this.note.hidden = false;
    }
  }
}
