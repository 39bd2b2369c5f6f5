// The objection to answer. Usually there is one; of several the officer picks.

import { day, el, freshId } from './dom.js';
import { fieldKind } from './fields.js';

class ObjectionField {
  constructor(box, context) {
    this.box = box;
    const notice = context.task.case.notice || { objections: [] };
    this.open = (notice.objections || []).filter((objection) => !objection.answeredAt);
    const group = freshId('objection');
    this.open.forEach((objection, at) => {
      const text = [`${day(objection.receivedOn)} ${objection.channel}`, el('p', { class: 'df-text' }, objection.text)];
      const pick = el('input', { type: 'radio', name: group, value: objection.id, hidden: this.open.length === 1 });
      pick.checked = at === 0;
      box.append(el('label', { class: 'df-objection' }, pick, text));
    });
  }

  read() {
    const chosen = this.box.querySelector('input:checked');
    return chosen ? Number(chosen.value) : '';
  }

  write(id) {
    this.box.querySelectorAll('input').forEach((input) => {
      input.checked = input.checked || Number(input.value) === id;
    });
  }
}

fieldKind('objection', ObjectionField);
