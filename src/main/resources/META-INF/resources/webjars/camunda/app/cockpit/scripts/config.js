import '/assets/engine-apps.js';

export default {
  app: {
    vendor: '督办',
    name: '运行监控'
  },

  // Cockpit has no Chinese texts: naming zh here would show bare keys instead of English.
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },

  disableWelcomeMessage: true
};
