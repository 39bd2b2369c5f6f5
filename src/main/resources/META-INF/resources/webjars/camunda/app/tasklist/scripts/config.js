import '/assets/engine-apps.js';

export default {
  app: {
    vendor: '督办',
    name: '任务办理'
  },

  // A browser set to zh-CN asks for "zh": the part after the hyphen is dropped before the look-up.
  locales: {
    availableLocales: ['zh', 'en'],
    fallbackLocale: 'zh'
  },

  disableWelcomeMessage: true,

  // Without it a comment knows only its task, and cannot be found again by its case.
  assignProcessInstanceIdToTaskComment: true,

  // No shortcut starts a process: cases begin at the desk, and the entry is hidden in user-styles.css.
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '跳到第一个筛选'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '跳到第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '跳到任务表单的第一个填写项'
    }
  }
};
