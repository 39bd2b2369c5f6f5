import '/assets/engine-apps.js';

export default {
  app: {
    vendor: '督办',
    name: '首页'
  },

  // A browser set to zh-CN asks for "zh": the part after the hyphen is dropped before the look-up.
  locales: {
    availableLocales: ['zh', 'en'],
    fallbackLocale: 'zh'
  },

  // An empty list takes away the link to the vendor's manual that stands here when nothing is configured.
  links: [],

  disableWelcomeMessage: true
};
