// Colours the diagram by the times that stand in the table below it.
const procedure = document.querySelector('main.heat').dataset.procedure;

async function draw() {
  const answer = await fetch(`/audit/heat/model?${new URLSearchParams({ procedure })}`);
  if (answer.redirected || !answer.ok) throw new Error(answer.statusText);
  const viewer = new BpmnJS({
    container: document.getElementById('diagram'),
    canvas: { deferUpdate: false },
    overlays: { defaults: { show: { minZoom: 0, maxZoom: 100 }, scale: true } },
  });
  await viewer.importXML(await answer.text());
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  const elements = viewer.get('elementRegistry');
  document.querySelectorAll('#times tbody tr').forEach(({ dataset }) => {
    if (!elements.get(dataset.step) || dataset.heat === '0') return;
    viewer.get('canvas').addMarker(dataset.step, `heat-${dataset.heat}`);
    const mean = document.createElement('div');
    mean.className = 'holder';
    mean.textContent = dataset.mean;
    viewer.get('overlays').add(dataset.step, { position: { bottom: -4, left: 0 }, html: mean });
  });
}

if (procedure) draw().catch(() => { document.getElementById('problem').hidden = false; });
