export default {
  app: {
    name: '案内',
    vendor: '継続'
  },
  locales: {
    availableLocales: ['ja'],
    fallbackLocale: 'ja'
  },
  disableWelcomeMessage: true
};
