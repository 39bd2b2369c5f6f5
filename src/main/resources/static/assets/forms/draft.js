// What was typed but not yet submitted, kept in this browser per person and task.

const PREFIX = 'duban:draft:';
const KEPT_DAYS = 60;

export class Draft {
  constructor(person, taskId) {
    this.key = `${PREFIX}${person}:${taskId}`;
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch (broken) {
      return null;
    }
  }

  write(values) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values }));
      return true;
    } catch (full) {
      return false;
    }
  }

  remove() {
    localStorage.removeItem(this.key);
  }

  /** Drafts of tasks that others have long completed. */
  static sweep() {
    const oldest = Date.now() - KEPT_DAYS * 86400000;
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => {
        try {
          if (JSON.parse(localStorage.getItem(key)).at < oldest) {
            localStorage.removeItem(key);
          }
        } catch (broken) {
          localStorage.removeItem(key);
        }
      });
  }
}
