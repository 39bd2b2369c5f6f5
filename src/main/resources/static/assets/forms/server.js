// Calls to our own API. Errors are problem details whose sentence an officer can read.

const UNREACHABLE = '连不上服务器，请检查网络后再试；已填写的内容不会丢失。';

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('DUBAN-XSRF='));
  return cookie ? decodeURIComponent(cookie.slice('DUBAN-XSRF='.length)) : '';
}

function sentence(status, text) {
  try {
    const problem = JSON.parse(text);
    if (problem.detail) {
      return problem.detail;
    }
  } catch (notJson) {
    // Falls through to the sentence for the status.
  }
  if (status === 401) {
    return '登录已过期，请重新登录；已填写的内容会保留。';
  }
  return status === 413 ? '文件超过 50 MB,请压缩照片或拆分文件后重新上传。' : `服务器没有接受这次操作(${status}),请稍后再试。`;
}

export async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: Object.assign(
        { Accept: 'application/json', 'X-DUBAN-XSRF': token() },
        body === undefined ? {} : { 'Content-Type': 'application/json' }
      ),
      body: body === undefined ? undefined : JSON.stringify(body)
    });
  } catch (offline) {
    throw new Error(UNREACHABLE);
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(sentence(answer.status, text));
  }
  return text ? JSON.parse(text) : null;
}

/** Uploads one file; fetch cannot tell how far it is, so this is the older way. Answers an object with `done` and `cancel`. */
export function upload(path, fields, file, onProgress) {
  const request = new XMLHttpRequest();
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', file);
  const done = new Promise((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status < 300 ? resolve(JSON.parse(request.responseText)) : reject(new Error(sentence(request.status, request.responseText)));
    request.onerror = () => reject(new Error(UNREACHABLE));
    request.onabort = () => reject(new Error('已取消上传。'));
  });
  request.open('POST', path);
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader('X-DUBAN-XSRF', token());
  request.send(form);
  return { done, cancel: () => request.abort() };
}
