// Shared by the engine's web applications: one log-out for everything, and a way back to the desk.

function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

// The applications' own log-out forgets only their half of the login, and the next click would log in again.
document.addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('a[ng-click="logout()"]');
  if (!link) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  fetch('/logout', {method: 'POST', headers: {'X-DUBAN-XSRF': cookie('DUBAN-XSRF')}, redirect: 'manual'})
    .finally(() => window.location.assign('/login?logout'));
}, true);

const links = document.createElement('nav');
links.className = 'duban-links';
links.setAttribute('aria-label', '督办');
document.body.appendChild(links);

function link(name, address, text) {
  const made = document.createElement('a');
  made.className = name;
  made.href = address;
  made.textContent = text;
  links.appendChild(made);
  return made;
}

link('duban-home', '/desk', '台账');

// The bell, for the departments: asks at most once a minute, and only while somebody looks at the page and works.
// A page left open must not keep its login alive for ever.
if (location.pathname.startsWith('/camunda/app/tasklist')) {
  const MINUTE = 60 * 1000;
  const bell = link('duban-bell', '/desk/messages', '消息');
  const count = bell.appendChild(document.createElement('b'));
  let asked = 0;
  let worked = Date.now();

  const ask = () => {
    const now = Date.now();
    if (document.hidden || now - asked < MINUTE || now - worked > 10 * MINUTE) {
      return;
    }
    asked = now;
    fetch('/api/messages/unread', {headers: {Accept: 'application/json'}})
      .then(answer => answer.ok ? answer.json() : {unread: ''})
      .then(({unread}) => {
        count.textContent = unread;
        bell.title = unread ? '未读消息 ' + unread + ' 条' : '';
      })
      .catch(() => {
        // No connection: the number stays as it was, and the next minute asks again.
      });
  };

  ['pointerdown', 'keydown'].forEach(event => document.addEventListener(event, () => {
    worked = Date.now();
    ask();
  }, {capture: true, passive: true}));
  document.addEventListener('visibilitychange', ask);
  setInterval(ask, MINUTE);
  ask();
}
