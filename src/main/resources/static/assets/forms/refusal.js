// The server's refusal as the officer should read it, and Tasklist's own raw message kept away.

const WRAPPED = /Message: '([\s\S]*)'\s*$/;
const CHINESE = /[\u4e00-\u9fff]/;

/** The sentence inside the engine's message; null when the kit itself held the form back. */
export function refusal(error) {
  const body = (error && error.response && error.response.body) || {};
  let text = String(body.message || (error && error.message) || '');
  if (/submission prevented/.test(text) || isGone(text)) {
    return null;
  }
  for (let inner = WRAPPED.exec(text); inner; inner = WRAPPED.exec(text)) {
    text = inner[1];
  }
  text = text.replace(/^.*?ENGINE-\d+\s*/, '').replace(/^(Exception while invoking \w+:\s*)+/, '').trim();
  return CHINESE.test(text) ? text : '系统没有接受这次提交，内容已保留为草稿。请稍后再试；仍不成功时，请把这句话告诉管理员：' + (text || '没有收到答复');
}

// Tasklist knows these itself and takes the task off the screen.
function isGone(text) {
  return /task is null|No matching task|is suspended/.test(text);
}

/** Holds Tasklist's error notification back for the moment after a refusal the form shows itself. */
export class Quiet {
  constructor(camForm) {
    try {
      this.notifications = camForm.formElement.injector().get('Notifications');
    } catch (unknown) {
      this.notifications = null;
    }
  }

  hush() {
    if (!this.notifications || this.hushed) {
      return;
    }
    const original = this.notifications.addError;
    this.hushed = true;
    this.notifications.addError = () => undefined;
    setTimeout(() => {
      this.notifications.addError = original;
      this.hushed = false;
    }, 1500);
  }
}
