// Small helpers. Text only ever becomes a text node, so nothing a case contains can become markup or an expression.

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) {
      return;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  });
  children.flat(Infinity).forEach((child) => {
    if (child !== undefined && child !== null && child !== false && child !== '') {
      node.append(child);
    }
  });
  return node;
}

export function button(label, style, onclick) {
  return el('button', { type: 'button', class: 'btn ' + style, onclick }, label);
}

/** A day as an officer writes it; a moment becomes its day and time in the city's zone. */
export function day(value) {
  if (!value) {
    return '';
  }
  const [year, month, date] = String(value).slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

export function moment(value) {
  return value
    ? new Date(value).toLocaleString('zh-CN', {
        timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'
      })
    : '';
}

export function size(bytes) {
  return bytes < 1024 * 1024
    ? Math.max(1, Math.round(bytes / 1024)) + ' KB'
    : (bytes / 1024 / 1024).toFixed(1) + ' MB';
}

/** Label and text, left out when there is no text. */
export function line(label, text) {
  const empty = text === undefined || text === null || text === '' || (Array.isArray(text) && !text.length);
  return empty ? null : el('div', { class: 'df-line' }, el('dt', {}, label), el('dd', {}, text));
}

let serial = 0;

export function freshId(prefix) {
  serial += 1;
  return prefix + '-' + serial;
}
