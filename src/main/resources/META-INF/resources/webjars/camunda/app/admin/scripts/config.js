import '/assets/engine-apps.js';

export default {
  app: {
    vendor: '督办',
    name: '系统管理'
  },

  // A browser set to zh-CN asks for "zh": the part after the hyphen is dropped before the look-up.
  locales: {
    availableLocales: ['zh', 'en'],
    fallbackLocale: 'zh'
  },

  disableWelcomeMessage: true
};
