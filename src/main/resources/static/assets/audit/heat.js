// Colours the diagram by the times that stand in the table below it.
import { show, viewerIn } from './diagram.js';

const procedure = document.querySelector('main.heat').dataset.procedure;

async function draw() {
  const answer = await fetch(`/audit/heat/model?${new URLSearchParams({ procedure })}`);
  if (answer.redirected || !answer.ok) throw new Error(answer.statusText);
  const viewer = viewerIn(document.getElementById('diagram'));
  await show(viewer, await answer.text());
  const elements = viewer.get('elementRegistry');
  document.querySelectorAll('#times tbody tr').forEach(({ dataset }) => {
    if (!elements.get(dataset.step) || dataset.heat === '0') return;
    viewer.get('canvas').addMarker(dataset.step, `heat-${dataset.heat}`);
    const mean = document.createElement('div');
    mean.className = 'holder';
    mean.textContent = dataset.mean;
    viewer.get('overlays').add(dataset.step, { position: { top: -24, left: 0 }, html: mean });
  });
}

if (procedure) draw().catch(() => { document.getElementById('problem').hidden = false; });
