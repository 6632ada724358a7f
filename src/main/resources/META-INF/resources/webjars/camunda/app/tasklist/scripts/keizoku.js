// What Tasklist's own settings cannot do: send people to the one login page, put what is due first on top, take an old refusal away, and put
// the form renderer's texts into Japanese.

// Tasklist shows the names of its texts instead of the texts where they arrive after the page; so they are here first.
try {
  const place = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
  const words = await (await fetch(place + 'ja.json')).json();
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  kept[place + '_locales_data_ja_' + window.bust] = JSON.stringify(words);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
} catch (unreachable) {
  console.warn('Tasklist loads its texts by itself', unreachable);
}

let lastPage = location.hash;
let leaving = false;

function leaveCamundasLogin() {
  // Once: two ways to the login page at the same time get two tokens, and the form shown may hold the one that lost.
  if (leaving) {
    return;
  }
  if (!location.hash.startsWith('#/login')) {
    lastPage = location.hash;
    return;
  }
  leaving = true;
  const loggedOut = performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/logout'));
  const task = /[?&]task=([A-Za-z0-9-]+)/.exec(lastPage);
  location.replace(loggedOut ? '/login?why=out' : task ? '/t/' + task[1] : location.pathname);
  if (!loggedOut && !task) {
    location.reload();
  }
}

// Tasklist sorts every list by its own order, the newest first, whatever the list itself says. Whoever sorts otherwise keeps that.
const DUE_FIRST = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}, {sortBy: 'priority', sortOrder: 'desc'}]));

function sortByDueDate() {
  const page = location.hash || '#/';
  if (/^#\/(\?|$)/.test(page) && !/[?&]sorting=/.test(page)) {
    location.replace(page + (page.includes('?') ? '&' : '?') + 'sorting=' + DUE_FIRST);
  }
}

// A refusal stays until somebody closes it, and then contradicts the success that follows: it goes with its task.
const taskShown = () => (/[?&]task=([A-Za-z0-9-]+)/.exec(location.hash) || [])[1];
let refusedAt = taskShown();

function forgetRefusals() {
  if (taskShown() !== refusedAt) {
    refusedAt = taskShown();
    document.querySelectorAll('.page-notifications .alert-danger .close').forEach((close) => close.click());
  }
}

const FIELD_TEXTS = [
  [/^Field is required\.$/, '入力が必要です。'],
  [/^Field must have minimum value of (.+)\.$/, '$1 以上の値を入力してください。'],
  [/^Field must have maximum value of (.+)\.$/, '$1 以下の値を入力してください。'],
  [/^Field must have minimum length of (.+)\.$/, '$1 文字以上で入力してください。'],
  [/^Field must have maximum length of (.+)\.$/, '$1 文字以内で入力してください。'],
  [/^Field must match pattern .+\.$/, '形式が正しくありません。'],
  [/^Value is not a number\.$/, '数値を入力してください。'],
  [/^Please enter a valid value, .+$/, '正しい値を入力してください。'],
  [/^Search$/, '検索'],
  [/^Select$/, '選択'],
  [/^Loading\.\.\.$/, '読み込み中…'],
  [/^No results$/, '該当なし'],
  [/^\(optional\)$/, '(任意)'],
  // Camunda's own refusals name its permissions and tables; ours come in Japanese and stay as they are.
  [/^The user with id .+ does not have .+$/, 'この操作をする権限がありません。'],
  [/^(<task> <- )?No matching task with id .+$/, '完了したか、取り下げられたか、ほかの班のタスクです。']
];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function inJapanese(text) {
  const said = FIELD_TEXTS.find(([english]) => english.test(text));
  if (said) {
    return text.replace(said[0], said[1]);
  }
  if (MONTHS.includes(text)) {
    return MONTHS.indexOf(text) + 1 + '月';
  }
  return DAYS.includes(text) ? '日月火水木金土'[DAYS.indexOf(text)] : text;
}

const PLACES = '.fjs-container, .fjs-form, .flatpickr-calendar, .page-notifications';

function translate(root) {
  if (!root.closest || !root.closest(PLACES)) {
    if (root.querySelectorAll) {
      root.querySelectorAll(PLACES).forEach(translate);
    }
    return;
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const japanese = inJapanese(node.data.trim());
    if (japanese !== node.data.trim()) {
      node.data = japanese;
    }
  }
  root.querySelectorAll('input[placeholder]').forEach((input) => {
    const shown = {'mm/dd/yyyy': '月/日/年', 'dd/mm/yyyy': '日/月/年', 'yyyy/mm/dd': '年/月/日', 'hh:mm': '時:分', 'hh:mm ?m': '時:分'}[input.placeholder];
    input.placeholder = shown || inJapanese(input.placeholder);
  });
}

addEventListener('hashchange', leaveCamundasLogin);
addEventListener('hashchange', sortByDueDate);
addEventListener('hashchange', forgetRefusals);
leaveCamundasLogin();
sortByDueDate();
new MutationObserver((changes) => changes.forEach((change) => {
  translate(change.target.nodeType === Node.TEXT_NODE ? change.target.parentElement || document.body : change.target);
})).observe(document.body, {childList: true, subtree: true, characterData: true});
