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

const home = document.createElement('a');
home.className = 'duban-home';
home.href = '/desk';
home.textContent = '台账';
document.body.appendChild(home);
