// Draws the scenes that the server computes; it knows nothing of the activation but where in it the reader is.
import { show as showModel, viewerIn } from './diagram.js';

const page = document.querySelector('main.replay');
const base = `/audit/${page.dataset.number}/replay`;
const find = id => document.getElementById(id);
const viewer = viewerIn(find('diagram'));
const slider = find('slider');
const models = new Map();
let overview, run, drawn, scene, timer;
let marked = [];
let asked = 0;

async function get(path, parameters = {}) {
  const answer = await fetch(`${base}/${path}?${new URLSearchParams(parameters)}`);
  if (answer.redirected || !answer.ok) throw new Error(answer.redirected ? 'ログインし直してください。' : `読み込めません(${answer.status})。`);
  return answer;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text, action) {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function fill(panel, items, nothing) {
  find(panel).querySelector('ul').replaceChildren(...(items.length ? items : [element('li', nothing)]));
}

async function draw(definition) {
  if (drawn === definition) return;
  if (!models.has(definition)) models.set(definition, await (await get('model', { definition })).text());
  await showModel(viewer, models.get(definition));
  drawn = definition;
  marked = [];
}

function mark(step, className) {
  if (!viewer.get('elementRegistry').get(step)) return;
  viewer.get('canvas').addMarker(step, className);
  marked.push([step, className]);
}

function drawTokens() {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  marked.forEach(([step, className]) => canvas.removeMarker(step, className));
  marked = [];
  overlays.clear();
  scene.passed.forEach(step => mark(step.step, step.late ? 'done-late' : step.done ? 'done' : 'gone'));
  const at = grouped(scene.tokens);
  at.forEach((tokens, step) => {
    mark(step, tokens.some(token => token.late) ? 'over' : 'here');
    if (!viewer.get('elementRegistry').get(step)) return;
    const badge = element('div', String(tokens.length), tokens.some(token => token.late) ? 'token over' : 'token');
    overlays.add(step, { position: { top: -14, left: -14 }, html: badge });
    const holders = [...new Set(tokens.map(token => token.holder).filter(holder => holder))];
    if (holders.length) overlays.add(step, { position: { bottom: -4, left: 0 }, html: element('div', holders.join('、'), 'holder') });
  });
}

function grouped(tokens) {
  const by = new Map();
  tokens.forEach(token => by.set(token.step, [...(by.get(token.step) || []), token]));
  return by;
}

function drawPanels() {
  const minute = scene.at.slice(0, 16).replace(' ', 'T');
  find('told').querySelector('ul').replaceChildren(...scene.told.map(entry => {
    const item = element('li');
    const link = element('a', entry.told);
    link.href = `/audit/${page.dataset.number}/timeline?${new URLSearchParams({ from: minute, until: minute })}#entry-${entry.id}`;
    item.append(element('small', entry.kind), link);
    return item;
  }));
  if (!scene.told.length) fill('told', [], 'この時点の記録はありません。');
  const here = scene.tokens.map(token => {
    const item = element('li', '', token.late ? 'late' : '');
    item.append(element('span', token.name), element('small', [`${token.since} から`, holder(token), token.due && `期限 ${token.due}`, token.late].filter(x => x).join('、')));
    return item;
  });
  const below = scene.below.map(called => {
    const item = element('li');
    item.append(button(`${called.run.name}を開く`, () => open(called.run.id)), element('small', called.state));
    return item;
  });
  fill('steps', [...here, ...below], '進行中の段階はありません。');
  fill('open', scene.open.map(task => {
    const item = element('li', '', task.late ? 'late' : '');
    item.append(button(task.name, () => open(task.run.id)), element('small', [task.run.name, holder(task), task.late].filter(x => x).join('、')));
    return item;
  }), '待っているタスクはありません。');
  fill('notices', scene.notices.map(notice => element('li', `${notice.who}へ「${notice.subject}」${notice.way} ${notice.state}`, notice.bad ? 'late' : '')), 'この時点の通知はありません。');
  drawVariables();
}

function holder(task) {
  return task.holder === null ? '' : task.holder ? `担当 ${task.holder}` : '未着手';
}

function drawVariables() {
  const words = { new: '新', changed: '変更', gone: '削除', same: '' };
  const shown = scene.variables.filter(variable => !find('only-changed').checked || variable.change !== 'same');
  find('variables').querySelector('tbody').replaceChildren(...shown.map(variable => {
    const row = element('tr', '', variable.change);
    const name = element('td', variable.name);
    name.append(element('small', [variable.step, words[variable.change]].filter(x => x).join(' ')));
    row.append(name, element('td', variable.value ?? '—'), element('td', variable.change === 'same' ? '' : variable.before ?? '—'));
    return row;
  }));
}

function drawPath() {
  const others = overview.roots.filter(root => root.id !== scene.path[0].id)
    .map(root => button(`ほかの手順: ${root.name}`, () => open(root.id)));
  const crumbs = scene.path.flatMap((step, n) => {
    const crumb = n === scene.path.length - 1 ? element('strong', step.name) : button(step.name, () => open(step.id));
    return n ? [element('span', '›'), crumb] : [crumb];
  });
  find('path').replaceChildren(...crumbs, element('span', `(${scene.state})`), ...others);
}

async function show() {
  const mine = ++asked;
  const second = overview.seconds[slider.value];
  const answer = await (await get('scene', { at: second, run })).json();
  if (mine !== asked) return;
  scene = answer;
  await draw(scene.definition);
  if (mine !== asked) return;
  drawTokens();
  drawPanels();
  drawPath();
  find('at').textContent = scene.at;
  find('count').textContent = `${Number(slider.value) + 1} / ${overview.seconds.length}(${overview.readAt} 現在)`;
  page.dataset.shown = scene.second;
}

function safely(action) {
  return async (...given) => {
    try {
      await action(...given);
      find('problem').hidden = true;
    } catch (problem) {
      pause();
      find('problem').textContent = problem.message;
      find('problem').hidden = false;
    }
  };
}

const shows = safely(show);

function open(id) {
  run = id;
  return shows();
}

function go(step) {
  slider.value = Math.min(Math.max(step, 0), overview.seconds.length - 1);
  return shows();
}

function pause() {
  clearTimeout(timer);
  timer = undefined;
  find('play').textContent = '再生';
}

/** The next scene comes when this one is drawn, so that a slow server is not asked for what nobody sees. */
async function plays() {
  await go(Number(slider.value) + 1);
  if (timer === undefined) return;
  if (Number(slider.value) === overview.seconds.length - 1) pause();
  else timer = setTimeout(plays, Number(find('speed').value));
}

function goToLate(late) {
  pause();
  run = late.run;
  return go(overview.seconds.indexOf(late.second));
}

function below(step) {
  const called = scene.below.filter(one => one.step === step);
  return called.find(one => one.state === '進行中') ?? called.at(-1);
}

find('back').addEventListener('click', () => { pause(); go(Number(slider.value) - 1); });
find('forward').addEventListener('click', () => { pause(); go(Number(slider.value) + 1); });
find('play').addEventListener('click', () => {
  if (timer !== undefined) return pause();
  find('play').textContent = '停止';
  if (Number(slider.value) === overview.seconds.length - 1) slider.value = -1;
  timer = setTimeout(plays, 0);
});
find('next-late').addEventListener('click', () => {
  const now = overview.seconds[slider.value];
  const late = overview.lates.find(one => one.second > now) ?? overview.lates[0];
  if (late) goToLate(late);
});
find('only-changed').addEventListener('change', drawVariables);
slider.addEventListener('input', () => { pause(); shows(); });
viewer.on('element.click', event => {
  const called = scene && below(event.element.id);
  if (called) open(called.run.id);
});

safely(async () => {
  overview = await (await get('overview')).json();
  if (!overview.seconds.length || !overview.roots.length) throw new Error('再生できる記録がまだありません。');
  run = overview.roots[0].id;
  slider.max = overview.seconds.length - 1;
  const wanted = overview.seconds.findIndex(second => second >= Number(page.dataset.at));
  slider.value = wanted < 0 ? slider.max : wanted;
  find('next-late').disabled = !overview.lates.length;
  fill('lates', overview.lates.map(late => {
    const item = element('li');
    item.append(button(`${late.at} ${late.name}`, () => goToLate(late)));
    return item;
  }), '期限を過ぎたタスクはありません。');
  await show();
})();
