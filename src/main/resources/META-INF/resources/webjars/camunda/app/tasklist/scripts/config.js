// Tasklist as Keizoku shows it: Japanese whatever the browser says, and one login for everything.
export default {
  app: {
    name: 'タスク',
    vendor: '継続'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: ['ja'],
    fallbackLocale: 'ja'
  },
  customScripts: ['scripts/keizoku'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '選んだタスクを担当する'},
    focusFilter: {key: 'ctrl+shift+f', description: 'フィルターの一覧へ'},
    focusList: {key: 'ctrl+alt+l', description: 'タスクの一覧へ'},
    focusForm: {key: 'ctrl+alt+f', description: '入力欄へ'},
    startProcess: {key: 'ctrl+alt+p', description: '手順の開始画面を開く'}
  }
};
