// Fields of a form: elements with `data-field`. Each offers read, write and check; the kit knows no more of them.
// `data-missing` is the sentence shown when the field is empty; without it the field may stay empty.
// With `data-missing-when="decision=reject"` it is asked for only then.
// `data-when="decision=return"` shows the field only then; what is not shown is neither checked nor sent.

import { el, freshId } from './dom.js';

class PlainField {
  constructor(box) {
    this.box = box;
    this.control = box.querySelector('input:not([type=radio]), textarea, select');
    const label = box.querySelector('label');
    if (label && this.control) {
      this.control.id = this.control.id || freshId('df');
      label.htmlFor = this.control.id;
    }
    this.control.classList.add('form-control');
  }

  read() {
    return this.control.value.trim();
  }

  write(value) {
    this.control.value = value === undefined || value === null ? '' : value;
  }
}

class ChoiceField {
  constructor(box) {
    this.box = box;
    this.radios = Array.from(box.querySelectorAll('input[type=radio]'));
    // Radios of two tasks opened one after the other must not form one group.
    const group = freshId(box.dataset.field);
    this.radios.forEach((radio) => {
      radio.name = group;
    });
    box.setAttribute('role', 'radiogroup');
  }

  read() {
    const chosen = this.radios.find((radio) => radio.checked);
    if (!chosen) {
      return '';
    }
    return this.box.dataset.kind === 'yes-no' ? chosen.value === 'true' : chosen.value;
  }

  write(value) {
    this.radios.forEach((radio) => {
      radio.checked = radio.value === String(value);
    });
  }
}

const kinds = { choice: ChoiceField, 'yes-no': ChoiceField };

/** Adds a kind of field: a class taking the box and the context of the form. */
export function fieldKind(name, type) {
  kinds[name] = type;
}

function isEmpty(value) {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export class Fields {
  constructor(form, context) {
    this.form = form;
    this.all = Array.from(form.querySelectorAll('[data-field]')).map((box) => {
      const type = kinds[box.dataset.kind] || PlainField;
      const field = new type(box, context);
      field.name = box.dataset.field;
      this.mark(box);
      return field;
    });
    ['input', 'change'].forEach((type) =>
      form.addEventListener(type, (event) => {
        this.forgive(event.target);
        this.follow();
      })
    );
    this.follow();
  }

  mark(box) {
    const label = box.querySelector('label, legend');
    if (box.dataset.missing && !box.dataset.missingWhen && label && !label.querySelector('.df-star')) {
      label.append(el('span', { class: 'df-star', title: '必填' }, ' *'));
    }
  }

  named(name) {
    return this.all.find((field) => field.name === name);
  }

  shown(field) {
    return !field.box.closest('[hidden]');
  }

  /** Shows and hides what depends on other fields. */
  follow() {
    this.form.querySelectorAll('[data-when]').forEach((box) => {
      box.hidden = !this.holds(box.dataset.when);
    });
  }

  /** Whether a condition such as `decision=keep,reassign` is met. */
  holds(condition) {
    const [name, values] = condition.split('=');
    const field = this.named(name);
    return !!field && values.split(',').includes(String(field.read()));
  }

  /** The sentence for an empty field that may not be empty. */
  missing(field) {
    const { missing, missingWhen } = field.box.dataset;
    return missing && isEmpty(field.read()) && (!missingWhen || this.holds(missingWhen)) ? missing : null;
  }

  /** The command as it is sent: shown fields that are not empty. */
  command() {
    const command = {};
    this.all.forEach((field) => {
      const value = field.read();
      if (this.shown(field) && !isEmpty(value)) {
        command[field.name] = value;
      }
    });
    return command;
  }

  /** Everything typed, also in fields now hidden: for the draft. */
  values() {
    return Object.fromEntries(this.all.map((field) => [field.name, field.read()]));
  }

  write(values) {
    this.all.forEach((field) => {
      if (values && values[field.name] !== undefined) {
        field.write(values[field.name]);
      }
    });
    this.follow();
  }

  /** Shows every fault beside its field; answers the faults, the first one first. */
  check() {
    this.clear();
    const faults = [];
    this.all.filter((field) => this.shown(field)).forEach((field) => {
      const missing = this.missing(field);
      const own = !missing && field.check ? field.check() : null;
      if (missing || own) {
        faults.push(this.blame(field, missing || own));
      }
    });
    return faults;
  }

  blame(field, sentence) {
    field.box.classList.add('has-error');
    const note = el('p', { class: 'df-fault help-block', role: 'alert' }, sentence);
    field.box.append(note);
    return { field, sentence };
  }

  /** The field a refusal of the server speaks of, told by the field's label in the sentence. */
  spokenOf(sentence) {
    return this.all.find((field) => {
      const label = field.box.querySelector('label, legend');
      const words = label && label.firstChild && label.firstChild.textContent.trim();
      return this.shown(field) && words && words.length > 1 && sentence.includes(words);
    });
  }

  /** Takes the fault away from what is being put right. */
  forgive(target) {
    for (let box = target.closest('.has-error'); box; box = box.parentElement && box.parentElement.closest('.has-error')) {
      box.classList.remove('has-error');
      box.querySelectorAll('.df-fault').forEach((note) => note.remove());
    }
  }

  clear() {
    this.form.querySelectorAll('.df-fault').forEach((note) => note.remove());
    this.form.querySelectorAll('.has-error').forEach((box) => box.classList.remove('has-error'));
  }
}
